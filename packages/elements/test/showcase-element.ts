import { html } from 'lit';
import { DialogController } from '../src/dialog/dialog-controller.ts';
import { checkbox, checkboxGroup, radioGroup, selectField } from '../src/form/choice-field.ts';
import { FormController } from '../src/form/form-controller.ts';
import { stepper, stepperStyles } from '../src/form/stepper.ts';
import { textArea, textField } from '../src/form/text-field.ts';
import { ZsElement, icon, useMessages } from '../src/index.ts';
import * as basicIcons from '../src/icons.ts';
import * as moreIcons from '../src/more-icons.ts';

const icons = { ...basicIcons, ...moreIcons };
import { choiceStyles } from '../src/styles/choice.ts';
import { datesStyles } from '../src/styles/dates.ts';
import { dialogStyles } from '../src/styles/dialog.ts';
import { errorSummaryStyles } from '../src/styles/error-summary.ts';
import { fieldStyles } from '../src/styles/field.ts';
import { frameStyles } from '../src/styles/frame.ts';
import { panelStyles } from '../src/styles/panel.ts';
import { listStyles } from '../src/styles/list.ts';
import { noticeStyles } from '../src/styles/notice.ts';
import { slotsStyles } from '../src/styles/slots.ts';
import { stateStyles } from '../src/styles/state.ts';
import { stepsStyles } from '../src/styles/steps.ts';
import { tableStyles } from '../src/styles/table.ts';
import { tagStyles } from '../src/styles/tag.ts';
import { timelineStyles } from '../src/styles/timeline.ts';
import { toastStyles } from '../src/styles/toast.ts';
import { ToastController } from '../src/toast/toast-controller.ts';
import { dataTable } from '../src/views/data-table.ts';
import { notice } from '../src/views/notice.ts';
import { stateView } from '../src/views/state-view.ts';
import { steps } from '../src/views/steps.ts';
import { tag } from '../src/views/tag.ts';
import { timeline } from '../src/views/timeline.ts';
import { showcaseMessages } from './showcase.messages.ts';

export interface ShowcaseValues {
  company: string;
  phone: string;
  topic: string;
  question: string;
  area: string;
  channel: string;
  help: readonly string[];
  people: number;
  consent: boolean;
}

/** Every control and view of the package on one page, for looking, for axe, and for tests of behaviour. */
export class ShowcaseElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    frameStyles,
    panelStyles,
    fieldStyles,
    choiceStyles,
    stepperStyles,
    errorSummaryStyles,
    tagStyles,
    noticeStyles,
    stateStyles,
    stepsStyles,
    listStyles,
    tableStyles,
    timelineStyles,
    datesStyles,
    slotsStyles,
    dialogStyles,
    toastStyles,
  );
  readonly msg = useMessages(this, showcaseMessages);
  readonly dialog = new DialogController(this, 'cancel');
  readonly toast = new ToastController(this);
  readonly sent: ShowcaseValues[] = [];
  readonly form = new FormController<ShowcaseValues>(this, {
    initial: {
      company: '上海瀛东储能科技有限公司',
      phone: '1381234',
      topic: '',
      question: '',
      area: '12,000',
      channel: 'phone',
      help: ['ramp'],
      people: 2,
      consent: false,
    },
    validate: ({ phone, topic, consent }) => ({
      phone: phone.length === 11 ? undefined : this.msg('phoneError', { n: 11 - phone.length }),
      topic: topic === '' ? this.msg('topicError') : undefined,
      consent: consent ? undefined : this.msg('consentError'),
    }),
  });

  protected override renderContent() {
    const { msg } = this;
    return html`${steps({ steps: [msg('choose'), msg('fill'), msg('done')], current: 1, summary: msg('stepNow') })}
    ${this.renderButtons()} ${this.renderForm()} ${this.renderSlots()} ${this.renderData()} ${this.renderStates()}
    ${this.dialog.render({
      title: msg('cancelTitle'),
      body: html`<p>${msg('cancelBody')}</p>`,
      actions: html`<button type="button" class="zs-btn zs-btn--danger-fill" @click=${() => this.dialog.close()}>
          ${msg('cancel')}
        </button>
        <button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${msg('keep')}</button>`,
    })}
    ${this.toast.render()}`;
  }

  private renderButtons() {
    const { msg } = this;
    return html`<section class="zs-section">
      <h2 class="zs-h2">${msg('buttons')}</h2>
      <div class="zs-row">
        <button type="button" class="zs-btn zs-btn--primary">${msg('submit')}</button>
        <button type="button" class="zs-btn" id="toast" @click=${() => this.toast.show({ text: msg('moved') })}>
          ${msg('save')}
        </button>
        <button type="button" class="zs-btn zs-btn--quiet">${msg('grounds')}</button>
        <button type="button" class="zs-btn zs-btn--danger" id="open" @click=${() => this.dialog.open()}>
          ${msg('cancel')}
        </button>
        <button type="button" class="zs-btn">${icon(icons.calendarIcon)}${msg('calendar')}</button>
        <button type="button" class="zs-btn zs-btn--icon" aria-label=${msg('print')}>${icon(icons.printIcon)}</button>
        <button type="button" class="zs-btn zs-btn--primary" aria-busy="true">
          <span class="zs-spin"></span>${msg('sending')}
        </button>
        <button type="button" class="zs-btn" disabled>${msg('closed')}</button>
      </div>
      <div class="zs-row">
        ${tag('positive', msg('confirmed'), icons.checkIcon)} ${tag('caution', msg('few'), icons.alertIcon)}
        ${tag('negative', msg('late'), icons.stopIcon)} ${tag('info', msg('waiting'), icons.waitIcon)}
        ${tag('brand', msg('running'), icons.callIcon)} ${tag('plain', msg('provisional'))}
      </div>
    </section>`;
  }

  private renderForm() {
    const { form, msg } = this;
    const topics = [
      { value: 'land', label: msg('land') },
      { value: 'talent', label: msg('talent') },
    ];
    const channels = [
      { value: 'phone', label: msg('byPhone') },
      { value: 'sms', label: msg('bySms') },
      { value: 'wecom', label: msg('byChat'), hint: msg('notOpen'), disabled: true },
    ];
    const helps = [
      { value: 'ramp', label: msg('ramp') },
      { value: 'sign', label: msg('sign') },
    ];
    return html`<section class="zs-section">
      <h2 class="zs-h2">${msg('inputs')}</h2>
      <form novalidate class="zs-stack" @submit=${form.submit((values) => this.sent.push(values))}>
        ${form.renderSummary()}
        <div class="zs-form">
          ${textField(form.field('company'), { label: msg('company'), readonly: true })}
          ${textField(form.field('phone'), { label: msg('phone'), hint: msg('phoneHint'), type: 'tel', autocomplete: 'tel' })}
          ${selectField(form.field('topic'), { label: msg('topic'), choices: topics })}
          ${textField(form.field('area'), { label: msg('area'), unit: msg('squareMetres'), optional: true })}
          ${stepper(form.field('people'), { label: msg('people'), min: 1, max: 5 })}
          ${textArea(form.field('question'), { label: msg('question'), maxlength: 200, wide: true, optional: true })}
          ${radioGroup(form.field('channel'), { label: msg('channel'), choices: channels })}
          ${checkboxGroup(form.field('help'), { label: msg('help'), choices: helps, optional: true })}
          ${checkbox(form.field('consent'), { label: msg('consent'), hint: msg('consentHint'), wide: true })}
        </div>
        <button class="zs-btn zs-btn--primary" id="submit">${msg('submit')}</button>
      </form>
    </section>`;
  }

  private renderSlots() {
    const { msg } = this;
    const slot = (kind: string, time: string, state: unknown, path?: basicIcons.IconPath) =>
      html`<button type="button" class="zs-slot zs-slot--${kind}">
        <span class="zs-slot__time">${time}</span>
        <span class="zs-slot__state">${path === undefined ? '' : icon(path)}${state}</span>
      </button>`;
    return html`<section class="zs-section">
      <h2 class="zs-h2">${msg('slots')}</h2>
      <div class="zs-slotcols">
        <div>
          <h3 class="zs-slotcol__head">${msg('land')}</h3>
          <div class="zs-slots">
            ${slot('open', '9:00', msg('left', { n: 3 }))}
            ${slot('few', '9:30', msg('left', { n: 1 }), icons.alertIcon)} ${slot('full', '10:00', msg('waitlist'))}
            ${slot('mine', '10:30', msg('chosen'), icons.checkIcon)} ${slot('held', '11:00', '04:32', icons.clockIcon)}
            <div class="zs-slot zs-slot--closed">
              <span class="zs-slot__time">13:30</span><span class="zs-slot__state">${msg('notOpen')}</span>
            </div>
          </div>
        </div>
      </div>
    </section>`;
  }

  private renderData() {
    const { msg } = this;
    const rows = [
      { id: 'DB-1107', what: msg('talent'), sum: '1,280.00' },
      { id: 'DB-1112', what: msg('land'), sum: '36,500.00' },
    ];
    return html`<section class="zs-section">
      <h2 class="zs-h2">${msg('table')}</h2>
      ${dataTable({
        caption: msg('table'),
        captionHidden: true,
        columns: [
          { id: 'id', label: msg('number'), cell: (row) => row.id },
          { id: 'what', label: msg('topic'), cell: (row) => row.what, sortable: true },
          { id: 'sum', label: msg('sum'), cell: (row) => row.sum, numeric: true },
        ],
        rows,
        sort: { column: 'what', descending: false },
        sorted: () => undefined,
      })}
      ${timeline([
        { when: '11月18日（星期三）', what: msg('submitted'), state: 'done' },
        { when: '11月23日（星期一）', what: msg('running'), state: 'now' },
        { when: '11月25日（星期三）', what: msg('visit'), state: 'todo' },
      ])}
    </section>`;
  }

  private renderStates() {
    const { msg } = this;
    const retry = html`<button type="button" class="zs-btn">${icon(icons.refreshIcon)}${msg('again')}</button>`;
    return html`<section class="zs-section">
      <h2 class="zs-h2">${msg('states')}</h2>
      ${this.renderSkeleton()} ${stateView({ icon: icons.inboxIcon, title: msg('none'), body: msg('noneBody') })}
      ${stateView({ kind: 'error', icon: icons.alertIcon, title: msg('failed'), actions: retry, note: 'ZS-503-7K2M' })}
      ${notice({ kind: 'info', title: msg('note'), body: msg('noneBody') })}
      ${notice({ kind: 'caution', title: msg('note'), body: msg('noneBody') })}
      ${notice({ kind: 'positive', title: msg('note'), body: msg('noneBody') })}
    </section>`;
  }
}
