/** The last button: everything is checked, handed to the owner once, and what comes back is told. */
import { asZsError } from '@zhaoshang/kernel';
import type { FieldIssue, ZsError } from '@zhaoshang/kernel';
import { FormSubmitEvent, FormSubmittedEvent, type FormReceipt } from './form-events.ts';
import type { FormFlow, Problem } from './form-flow.ts';

export async function submit(flow: FormFlow): Promise<void> {
  const { form, host, drafts } = flow;
  const wrong = form.faults();
  if (wrong.size > 0) return flow.sayAll([...wrong.keys()]);
  flow.sending = true;
  flow.refusal = undefined;
  flow.summarized = false;
  host.requestUpdate();
  // The key is on the device before it goes out: after a crash the same one is used again.
  flow.keep();
  await drafts.flush();
  const submission = form.submission();
  const event = new FormSubmitEvent(submission, flow.idempotencyKey);
  host.dispatch(event);
  try {
    const answer = (await event.sent) as FormReceipt | null | undefined;
    if (event.sent !== undefined) flow.receipt = { ...answer };
  } catch (thrown) {
    flow.sending = false;
    return takeRefusal(flow, asZsError(thrown));
  }
  flow.sending = false;
  if (flow.receipt === undefined) return refuse(flow, { title: flow.msg('noAnswer') });
  await drafts.drop(drafts.state === 'off');
  host.requestUpdate();
  host.dispatch(new FormSubmittedEvent(submission));
  await host.focusOn('#outcome');
}

function takeRefusal(flow: FormFlow, error: ZsError): Promise<void> {
  const { msg } = flow;
  const { code, kind, message } = error;
  // An earlier attempt was received after all, with other answers.
  if (code === 'key-reused') return refuse(flow, { title: msg('reused'), act: 'restart' });
  if (kind === 'unauthenticated')
    return refuse(flow, { title: msg('signInTitle'), body: msg('signInBody'), act: 'sign-in' });
  if (kind === 'unavailable' || kind === 'aborted') return refuse(flow, { title: msg('lost') });
  const fields = error.fields.map((issue) => landIssue(flow, issue));
  const landed = fields.filter((id): id is string => id !== undefined);
  if (landed.length > 0 && landed.length === fields.length) return flow.sayAll(landed);
  if (landed.length > 0) void flow.sayAll(landed);
  return refuse(flow, { title: msg('refused'), body: message });
}

function refuse(flow: FormFlow, problem: Problem): Promise<void> {
  flow.refusal = problem;
  flow.host.requestUpdate();
  return flow.host.focusOn('#outcome');
}

/** The field that a pointer of the backend is about: the nearest name that is one, `/need/contact/name` is `contact`. */
function landIssue({ form, host }: FormFlow, { pointer, message }: FieldIssue): string | undefined {
  const parts = pointer.split('/').reverse();
  const names = [pointer, ...parts].map((name) => host.fieldNames[name] ?? name);
  return names.find((id) => form.addIssue(id, message));
}
