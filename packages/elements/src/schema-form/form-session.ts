/** State of a form without a document: answers, what is shown, what is wrong, what would be submitted. */
import type { CompiledCondition, Facts, Verdict } from '@zhaoshang/rules';
import type { WorkCalendar } from '@zhaoshang/workdays';
import type { FieldDescription, FormCondition, FormDescription, StepDescription, WhenUnknown } from './description.ts';
import { faultOf, missing, type Fault } from './faults.ts';
import { emptyInput, fits, inputOf, isEmpty, valueOf } from './reading.ts';
import { conditionsOf, type FormRules } from './form-rules.ts';
import type {
  Correction,
  FormFieldValue,
  FormInput,
  FormSubmission,
  FormValues,
  OnceOnlyCounts,
  RecordedFact,
  SharedRecord,
} from './values.ts';

export interface VisibleStep {
  readonly step: StepDescription;
  readonly fields: readonly FieldDescription[];
}

export interface FormView {
  /** Steps that have a field to show, in order. */
  readonly steps: readonly VisibleStep[];
  /** Answers of the fields shown that can be read. */
  readonly values: FormValues;
  /** What conditions see: facts of the host, `today`, and the values. */
  readonly facts: Facts;
}

export interface SessionOptions {
  /** Today in the zone, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Needed where the description has conditions. */
  readonly rules?: FormRules | undefined;
  /** Needed where the description has a working day. */
  readonly calendar?: WorkCalendar | undefined;
  /** What the owner refuses, in words, beside what the description checks. */
  readonly refuses?: (field: string, values: FormValues) => string | undefined;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export class FormSession {
  readonly description: FormDescription;
  private readonly options: SessionOptions;
  private readonly fields = new Map<string, FieldDescription>();
  private readonly compiled = new Map<FormCondition, Pick<CompiledCondition, 'verdict'>>();
  private answers: Record<string, FormInput> = {};
  private recorded = new Map<string, RecordedFact>();
  private issues = new Map<string, Fault>();
  private hostFacts: Facts = {};
  private known: FormView | undefined;

  constructor(description: FormDescription, options: SessionOptions) {
    this.description = description;
    this.options = options;
    for (const { fields } of description.steps) for (const field of fields) this.fields.set(field.id, field);
    // All at once: a description with a condition that cannot be read is refused before anybody has typed into it.
    for (const condition of conditionsOf(description)) {
      const compiled = options.rules?.compileCondition(condition);
      if (compiled !== undefined) this.compiled.set(condition, compiled);
    }
  }

  get calendar(): WorkCalendar | undefined {
    return this.options.calendar;
  }

  get today(): string {
    return this.options.today();
  }

  /** Everything typed, hidden fields too: nothing is lost by going back and forth. */
  get inputs(): Readonly<Record<string, FormInput>> {
    return this.answers;
  }

  field(id: string): FieldDescription | undefined {
    return this.fields.get(id);
  }

  input(id: string): FormInput {
    const field = this.fields.get(id);
    return this.answers[id] ?? (field === undefined ? null : emptyInput(field));
  }

  set(id: string, input: FormInput): void {
    this.answers = { ...this.answers, [id]: input };
    this.issues.delete(id);
    this.known = undefined;
  }

  /** Facts beside the answers that conditions may name. */
  setFacts(facts: Facts): void {
    this.hostFacts = facts;
    this.known = undefined;
  }

  // --- What is shown ------------------------------------------------------------------------------------------------

  /**
   * Top to bottom, each condition seeing what is above it and shown: one pass, no circles, and an answer that is hidden
   * counts as not given.
   */
  view(): FormView {
    if (this.known !== undefined) return this.known;
    const facts: Record<string, unknown> = { today: this.options.today(), ...this.hostFacts };
    const values: Record<string, FormFieldValue> = {};
    const steps: VisibleStep[] = [];
    for (const step of this.description.steps) {
      if (!this.shown(step, facts)) continue;
      const fields: FieldDescription[] = [];
      for (const field of step.fields) {
        if (!this.shown(field, facts)) continue;
        fields.push(field);
        const value = valueOf(field, this.input(field.id));
        if (value !== undefined) facts[field.id] = values[field.id] = value;
      }
      if (fields.length > 0) steps.push({ step, fields });
    }
    return (this.known = { steps, values, facts });
  }

  private shown(
    { visibleWhen, whenUnknown = 'hide' }: { visibleWhen?: FormCondition; whenUnknown?: WhenUnknown },
    facts: Facts,
  ): boolean {
    if (visibleWhen === undefined) return true;
    const verdict = this.verdict(visibleWhen, facts);
    return verdict === 'true' || (verdict === 'unknown' && whenUnknown === 'show');
  }

  private verdict(condition: FormCondition, facts: Facts): Verdict {
    const compiled = this.compiled.get(condition);
    if (compiled === undefined)
      throw new TypeError(`The form "${this.description.id}" has conditions; give it the rules.`);
    return compiled.verdict(facts, { asOf: this.options.today() });
  }

  // --- What is wrong ------------------------------------------------------------------------------------------------

  /** What is wrong with one field as it stands, said or not. */
  fault(field: FieldDescription): Fault | undefined {
    const issue = this.issues.get(field.id);
    if (issue !== undefined) return issue;
    const { facts } = this.view();
    const input = this.input(field.id);
    if (isEmpty(input)) return this.mustAnswer(field, facts) ? missing(field) : undefined;
    const fault = faultOf(field, input, { today: this.options.today(), calendar: this.options.calendar });
    if (fault !== undefined) return fault;
    const failed = field.checks?.find(({ that, whenUnknown = 'pass' }) => {
      const verdict = this.verdict(that, facts);
      return verdict === 'false' || (verdict === 'unknown' && whenUnknown === 'refuse');
    });
    if (failed !== undefined) return { text: failed.message };
    const refusal = this.options.refuses?.(field.id, this.view().values);
    return refusal === undefined ? undefined : { text: refusal };
  }

  mustAnswer(field: FieldDescription, facts: Facts = this.view().facts): boolean {
    return field.requiredWhen === undefined
      ? field.optional !== true
      : this.verdict(field.requiredWhen, facts) === 'true';
  }

  /** Fields of a step, or of the whole form, that must be changed, in order. */
  faults(stepId?: string): ReadonlyMap<string, Fault> {
    const found = new Map<string, Fault>();
    for (const { step, fields } of this.view().steps)
      if (stepId === undefined || step.id === stepId)
        for (const field of fields) {
          const fault = this.fault(field);
          if (fault !== undefined) found.set(field.id, fault);
        }
    return found;
  }

  /** What the backend found wrong; each stands until its field is changed. False where a field is not on the form. */
  addIssue(id: string, message: string): boolean {
    if (!this.view().steps.some(({ fields }) => fields.some((field) => field.id === id))) return false;
    this.issues.set(id, { text: message });
    return true;
  }

  // --- The shared record (INFO-13) ----------------------------------------------------------------------------------

  /** Fills what is not answered yet; an answer that somebody typed stays. */
  prefill(record: SharedRecord): void {
    for (const [id, field] of this.fields) {
      const fact = field.record === undefined ? undefined : record[field.record];
      if (fact === undefined || !fits(field, inputOf(field, fact.value))) continue;
      const before = this.recorded.get(id);
      const untouched = before !== undefined && same(valueOf(field, this.input(id)), before.value);
      this.recorded.set(id, fact);
      if (isEmpty(this.input(id)) || untouched) this.set(id, inputOf(field, fact.value));
    }
  }

  /** The fact that stood in a field, and whether it still stands. */
  origin(id: string): { readonly fact: RecordedFact; readonly corrected: boolean } | undefined {
    const [fact, field] = [this.recorded.get(id), this.fields.get(id)];
    if (fact === undefined || field === undefined) return undefined;
    return { fact, corrected: !same(valueOf(field, this.input(id)), fact.value) };
  }

  private onceOnly(): { corrections: readonly Correction[]; counts: OnceOnlyCounts } {
    const shown = this.view().steps.flatMap(({ fields }) => fields);
    const corrections: Correction[] = [];
    for (const { id, record } of shown) {
      const origin = this.origin(id);
      if (origin?.corrected !== true || record === undefined) continue;
      const now = this.view().values[id] ?? null;
      corrections.push({ field: id, record, was: origin.fact.value, now, asOf: origin.fact.asOf });
    }
    const ofRecord = shown.filter(({ record }) => record !== undefined);
    const prefilled = ofRecord.filter(({ id }) => this.recorded.has(id)).length;
    const askedAgain = ofRecord.length - prefilled;
    return { corrections, counts: { shown: shown.length, prefilled, corrected: corrections.length, askedAgain } };
  }

  submission(): FormSubmission {
    const { id, version } = this.description;
    return { form: id, version, values: this.view().values, ...this.onceOnly() };
  }

  /** Values of another record of the same kind, taken up where they fit; those the fields of this form do not know are left. */
  take(values: FormValues): void {
    for (const [id, value] of Object.entries(values)) {
      const field = this.fields.get(id);
      const input = field === undefined ? null : inputOf(field, value);
      if (field !== undefined && fits(field, input)) this.set(id, input);
    }
  }

  // --- Drafts -------------------------------------------------------------------------------------------------------

  /** What may be kept on the device. */
  keepable(): Record<string, FormInput> {
    const kept = Object.keys(this.answers).filter((id) => this.fields.get(id)?.sensitive !== true);
    return Object.fromEntries(kept.map((id) => [id, this.input(id)]));
  }

  /** Takes the answers of a draft that fit the form as it is now; returns how many did not. */
  restore(inputs: Readonly<Record<string, unknown>>): number {
    let dropped = 0;
    for (const [id, input] of Object.entries(inputs)) {
      const field = this.fields.get(id);
      if (field !== undefined && fits(field, input)) this.set(id, input);
      else dropped += 1;
    }
    return dropped;
  }
}
