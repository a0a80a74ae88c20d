/** Topic, chair, seats, state and minutes of a month's forum (COMM-3). */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { textArea, textField } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Forum, PlannerHost } from './planner-host.ts';

interface ForumValues {
  forumTopic: string;
  forumLeader: string;
  forumSeats: string;
  forumState: string;
  forumMinutes: string;
}

const valuesOf = (forum: Forum | undefined): ForumValues => ({
  forumTopic: forum?.topic ?? '',
  forumLeader: forum?.leader ?? '',
  forumSeats: String(forum?.seats ?? ''),
  forumState: forum?.state ?? 'planned',
  forumMinutes: forum?.minutes ?? '',
});

export class ForumDialog {
  private readonly host: PlannerHost;
  private readonly command: CommandDialog<ForumValues>;
  private forum: Forum | undefined;

  constructor(host: PlannerHost) {
    this.host = host;
    this.command = new CommandDialog<ForumValues>(host, 'forum', {
      initial: valuesOf(undefined),
      fields: {
        topic: 'forumTopic',
        leader: 'forumLeader',
        seats: 'forumSeats',
        state: 'forumState',
        minutes: 'forumMinutes',
      },
      validate: ({ forumTopic, forumLeader, forumSeats }) => ({
        forumTopic: forumTopic.trim() === '' ? host.msg('forumTopicMissing') : undefined,
        forumLeader: forumLeader.trim() === '' ? host.msg('forumLeaderMissing') : undefined,
        forumSeats: /^([1-9]\d{0,2}|1000)$/.test(forumSeats) ? undefined : host.msg('forumSeatsWrong'),
      }),
      confirmed: this.send,
    });
  }

  openFor(forum: Forum): void {
    this.forum = forum;
    this.command.open(valuesOf(forum));
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
    await this.command.send('set-forum', input, (value, options) => host.serviceDay().setForum(value, options), {
      done: () => host.tell(host.msg('forumSaved')),
    });
  };

  render(): TemplateResult | typeof nothing {
    const { host, forum } = this;
    if (forum === undefined) return nothing;
    const { msg } = host;
    const { form } = this.command;
    return this.command.render({
      title: msg('forumTitle', { date: host.dateText(forum.date) }),
      body: html`<div class="zs-form">
        ${textField(form.field('forumTopic'), { label: msg('forumTopic'), wide: true })}
        ${textField(form.field('forumLeader'), { label: msg('forumLeader') })}
        ${textField(form.field('forumSeats'), { label: msg('forumSeats'), inputmode: 'numeric' })}
        ${selectField(form.field('forumState'), {
          label: msg('forumState'),
          choices: [
            { value: 'planned', label: msg('forumPlanned') },
            { value: 'held', label: msg('forumHeld') },
            { value: 'cancelled', label: msg('forumCancelled') },
          ],
        })}
        ${textArea(form.field('forumMinutes'), { label: msg('forumMinutes'), optional: true, wide: true })}
      </div>`,
      submit: msg('forumSave'),
      back: msg('back'),
    });
  }
}
