/** Topic, chair, seats, state and minutes of a month's forum (COMM-3). */
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textArea, textField } from '@zhaoshang/elements/form/text-field.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { problemNotice } from './day-dialogs.ts';
import type { Forum, PlannerHost } from './planner-host.ts';

interface ForumValues {
  forumTopic: string;
  forumLeader: string;
  forumSeats: string;
  forumState: string;
  forumMinutes: string;
}

const valuesOf = (forum: Forum | undefined): ForumValues & Record<string, string> => ({
  forumTopic: forum?.topic ?? '',
  forumLeader: forum?.leader ?? '',
  forumSeats: String(forum?.seats ?? ''),
  forumState: forum?.state ?? 'planned',
  forumMinutes: forum?.minutes ?? '',
});

export class ForumDialog {
  private readonly host: PlannerHost;
  private readonly dialog: DialogController;
  private readonly form: FormController<ForumValues & Record<string, string>>;
  private forum: Forum | undefined;
  private problem: ZsError | undefined;

  constructor(host: PlannerHost) {
    this.host = host;
    this.dialog = new DialogController(host, 'forum');
    this.form = new FormController(host, {
      initial: valuesOf(undefined),
      validate: ({ forumTopic, forumLeader, forumSeats }) => ({
        forumTopic: forumTopic.trim() === '' ? host.msg('forumTopicMissing') : undefined,
        forumLeader: forumLeader.trim() === '' ? host.msg('forumLeaderMissing') : undefined,
        forumSeats: /^([1-9]\d{0,2}|1000)$/.test(forumSeats) ? undefined : host.msg('forumSeatsWrong'),
      }),
    });
  }

  openFor(forum: Forum): void {
    this.forum = forum;
    this.problem = undefined;
    this.form.reset(valuesOf(forum));
    this.dialog.open();
  }

  private readonly send = async (values: ForumValues): Promise<void> => {
    const { host, forum } = this;
    if (forum === undefined) return;
    const input = {
      date: forum.date,
      topic: values.forumTopic,
      leader: values.forumLeader,
      seats: Number(values.forumSeats),
      state: values.forumState as Forum['state'],
      minutes: values.forumMinutes === '' ? null : values.forumMinutes,
      actions: forum.actions,
    };
    const outcome = await host.attempts.run('set-forum', input, (value, options) =>
      host.serviceDay().setForum(value, options),
    );
    if (!outcome.ok) {
      this.problem = outcome.error;
      host.requestUpdate();
      return;
    }
    this.dialog.close();
    host.toast.show({ text: host.msg('forumSaved') });
    await host.refresh();
  };

  render(): TemplateResult | typeof nothing {
    const { host, forum } = this;
    if (forum === undefined) return nothing;
    const { msg } = host;
    return this.dialog.render({
      title: msg('forumTitle', { date: host.dateText(forum.date) }),
      body: html`<form id="forum-form" novalidate @submit=${this.form.submit(this.send)}>
        ${this.form.renderSummary()} ${problemNotice(this.problem)}
        <div class="zs-form">
          ${textField(this.form.field('forumTopic'), { label: msg('forumTopic'), wide: true })}
          ${textField(this.form.field('forumLeader'), { label: msg('forumLeader') })}
          ${textField(this.form.field('forumSeats'), { label: msg('forumSeats'), inputmode: 'numeric' })}
          ${selectField(this.form.field('forumState'), {
            label: msg('forumState'),
            choices: [
              { value: 'planned', label: msg('forumPlanned') },
              { value: 'held', label: msg('forumHeld') },
              { value: 'cancelled', label: msg('forumCancelled') },
            ],
          })}
          ${textArea(this.form.field('forumMinutes'), { label: msg('forumMinutes'), optional: true, wide: true })}
        </div>
      </form>`,
      actions: html`<button type="submit" form="forum-form" class="zs-btn zs-btn--primary">${msg('forumSave')}</button>
        <button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${msg('back')}</button>`,
    });
  }
}
