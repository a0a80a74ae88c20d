/** Coming and recent forums with their sign-ups and actions. */
import { icon } from '@zhaoshang/elements/icons.ts';
import { editIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Forum, PlannerHost } from '../planner-host.ts';

export function forumList(host: PlannerHost, forums: readonly Forum[], edit: (forum: Forum) => void): TemplateResult {
  const { msg } = host;
  if (forums.length === 0) return html`<p class="zs-muted">${msg('forumNone')}</p>`;
  const states = { planned: 'forumPlanned', held: 'forumHeld', cancelled: 'forumCancelled' } as const;
  return html`<ul class="zs-list">
    ${forums.map(
      (forum) =>
        html`<li class="zs-item">
          <div class="zs-tight">
            <p>
              <b class="zs-nb">${host.dateText(forum.date)}</b>
              <span class="zs-nb">${forum.startTime}—${forum.endTime}</span>　${tag(
                forum.state === 'cancelled' ? 'negative' : forum.state === 'held' ? 'plain' : 'info',
                msg(states[forum.state]),
              )}
              ${forum.provisional ? tag('caution', msg('provisional')) : nothing}
            </p>
            <p>${forum.topic === '' ? html`<span class="zs-muted">${msg('topicOpen')}</span>` : forum.topic}</p>
            <p class="zs-caption zs-muted">
              ${forum.leader === '' ? '' : `${forum.leader}　`}${msg('forumSeatsLeft', { n: forum.remaining, total: forum.seats })}${
                forum.actions.length === 0
                  ? nothing
                  : `　${msg('forumActions', {
                      n: forum.actions.length,
                      done: forum.actions.filter(({ done }) => done).length,
                    })}`
              }
            </p>
          </div>
          ${
            host.canChange
              ? html`<button
                  type="button"
                  class="zs-btn"
                  aria-label="${msg('forumEdit')} ${host.dateText(forum.date)}"
                  @click=${() => edit(forum)}
                >
                  ${icon(editIcon)}${msg('forumEdit')}
                </button>`
              : nothing
          }
        </li>`,
    )}
  </ul>`;
}
