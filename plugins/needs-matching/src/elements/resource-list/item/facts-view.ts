/** All facts of a resource, then those of its kind: parcel (RES-2), loan (RES-3), trial (RES-10), school places (RES-11). */
import { alertIcon, icon, okIcon } from '@zhaoshang/elements/icons.ts';
import { clockIcon } from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { unbroken } from '@zhaoshang/elements/words.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { addMonths } from '../../../rules/trial.ts';
import { periodText } from '../import/sheet-words.ts';
import { amountText, numberText } from '../list-words.ts';
import type { Resource } from '../resource-types.ts';
import { leafText } from './criteria.ts';
import type { ItemHost } from './item-host.ts';

type Pair = readonly [label: string, value: unknown];

/** Label–value pairs; what says nothing is left out. */
const pairs = (rows: readonly Pair[]): TemplateResult =>
  html`<dl class="zs-kv">
    ${rows
      .filter(([, value]) => value !== '' && value !== nothing)
      .map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
  </dl>`;

const section = (title: string, body: unknown): TemplateResult =>
  html`<section class="zs-section">
    <h3 class="zs-h2">${title}</h3>
    ${body}
  </section>`;

export function factsView(host: ItemHost): TemplateResult {
  const { msg, shown: resource, list } = host;
  const { words } = list;
  const { unit, window } = resource;
  const per = resource.per === 'once' || unit.includes('/') ? '' : `（${periodText(words, resource.per)}）`;
  const tags = (texts: readonly string[]): unknown =>
    texts.length === 0 ? '' : html`<span class="zs-item__tags">${texts.map((text) => tag('plain', text))}</span>`;
  return html`${section(
    msg('facts'),
    pairs([
      [msg('code'), resource.code],
      [msg('provider'), words.provider(resource.provider)],
      [msg('steward'), resource.steward === resource.provider ? '' : words.provider(resource.steward)],
      [
        msg('left'),
        msg('leftOf', {
          left: amountText(resource.available, unit),
          capacity: amountText(resource.capacity, unit) + per,
          reserved: amountText(resource.reserved, unit),
        }),
      ],
      [msg('most'), resource.perRequestMax === null ? '' : amountText(resource.perRequestMax, unit)],
      [
        msg('window'),
        msg.parts(window.to < words.today ? 'windowOver' : 'windowText', {
          from: unbroken(words.date(window.from)),
          to: unbroken(words.date(window.to)),
        }),
      ],
      [msg('town'), words.town(resource.townCode)],
      [msg('place'), resource.place === null ? '' : placeText(host, resource.place)],
      [msg('price'), resource.price],
      [msg('tags'), tags(resource.tags.map((each) => words.tag(each)))],
      [msg('subjects'), tags(resource.subjects)],
      [msg('features'), resource.features === null ? msg('featuresUnknown') : tags(resource.features)],
      [msg('description'), resource.description],
      ...resource.specs.map(({ code, value }): Pair => {
        const spec = words.categoryOf(resource.type)?.specs.find((each) => each.code === code);
        const label = words.locale === 'en' ? spec?.labelEn : spec?.label;
        return [label ?? code, value === null ? msg('unknown') : amountText(value, spec?.unit ?? '')];
      }),
      [msg('checked'), checkedText(host, resource)],
    ]),
  )}
  ${resource.parcel === null ? nothing : section(msg('parcel'), parcelView(host, resource.parcel))}
  ${resource.loan === null ? nothing : section(msg('loan'), loanView(host, resource.loan))}
  ${resource.trial === null ? nothing : section(msg('trial'), trialView(host, resource.trial))}
  ${resource.school === null ? nothing : section(msg('school'), schoolView(host, resource.school))}
  ${
    resource.conditions.length === 0 && resource.loan === null
      ? nothing
      : section(msg('criteria'), criteriaView(host, resource))
  }`;
}

function placeText({ msg }: ItemHost, place: NonNullable<Resource['place']>): string {
  const { longitude, latitude, crs, accuracyM } = place;
  return msg('placeText', { longitude, latitude, crs, accuracy: numberText(accuracyM) });
}

function checkedText({ msg, list }: ItemHost, { updatedAt, ageDays }: Resource): TemplateResult {
  const { words } = list;
  const when = words.date(updatedAt.slice(0, 10));
  const isStale = ageDays >= (words.catalogue?.staleDays ?? 30);
  return html`${ageDays === 0 ? msg('checkedToday', { when }) : msg('checkedText', { when, n: ageDays })}
  ${isStale ? icon(clockIcon, 'small') : nothing}`;
}

function parcelView({ msg, list }: ItemHost, parcel: NonNullable<Resource['parcel']>): TemplateResult {
  const { words } = list;
  const done = (is: boolean): TemplateResult =>
    is ? tag('positive', msg('done'), okIcon) : tag('caution', msg('notDone'), alertIcon);
  const metres = (value: number | null): string =>
    value === null ? msg('unknown') : msg('metres', { n: numberText(value) });
  const missing =
    parcel.utilities.length === 0 ? msg('noUtilities') : msg('notReady', { list: words.list(parcel.missing) });
  return html`${
    parcel.ready ? notice({ kind: 'positive', title: msg('ready') }) : notice({ kind: 'caution', title: missing })
  }
  ${pairs([
    [msg('area'), msg('areaText', { n: numberText(parcel.areaMu) })],
    [msg('far'), numberText(parcel.far)],
    [msg('landUse'), parcel.landUse],
    [msg('demolition'), done(parcel.demolitionDone)],
    [
      msg('utilities'),
      parcel.utilities.length === 0
        ? ''
        : html`<span class="zs-item__tags"
            >${parcel.utilities.map(
              (each) =>
                html`<span class="zs-nb"
                  >${tag(each.done ? 'positive' : 'caution', html`${each.name}<span class="zs-vh">${msg(each.done ? 'done' : 'notDone')}</span>`, each.done ? okIcon : alertIcon)}</span
                >`,
            )}</span
          >`,
    ],
    [msg('toReserve'), metres(parcel.distanceToReserveM)],
    [msg('toYangtze'), metres(parcel.distanceToYangtzeM)],
  ])}`;
}

function loanView({ msg, list }: ItemHost, loan: NonNullable<Resource['loan']>): TemplateResult {
  const { rateDiscountBp: points } = loan;
  return pairs([
    [msg('lender'), list.words.provider(loan.lender)],
    [msg('discount'), points === null ? msg('discountUnknown') : msg('discountText', { n: points })],
    [msg('statement'), loan.rateStatement],
    [msg('review'), loan.reviewDocNo],
  ]);
}

function trialView({ msg, list }: ItemHost, trial: NonNullable<Resource['trial']>): TemplateResult {
  const { words } = list;
  return html`<p>${msg('trialText', { n: trial.freeMonths, days: trial.reminderDays })}</p>
    <p class="zs-muted">${msg('trialEnd', { date: words.date(addMonths(words.today, trial.freeMonths)) })}</p>`;
}

function schoolView({ msg }: ItemHost, school: NonNullable<Resource['school']>): TemplateResult {
  return pairs(
    school.places.map(({ band, count }): Pair => [msg(`band_${band}`), msg('places', { n: numberText(count) })]),
  );
}

function criteriaView({ msg, list }: ItemHost, { conditions, loan }: Resource): TemplateResult {
  const { locale } = list.words;
  if (conditions.length === 0) return html`<p>${msg('criteriaNone')}</p>`;
  return html`<p class="zs-muted">${msg('allOf')}</p>
    <ul class="zs-list">
      ${conditions.map(({ any }) =>
        any.length === 1
          ? html`<li>${any.map((leaf) => leafText(leaf, locale))}</li>`
          : html`<li>
              ${msg('anyOf')}
              <ul class="zs-item__any">
                ${any.map((leaf) => html`<li>${leafText(leaf, locale)}</li>`)}
              </ul>
            </li>`,
      )}
    </ul>
    ${loan === null ? nothing : html`<p class="zs-small zs-muted">${msg('criteriaNote')}</p>`}`;
}
