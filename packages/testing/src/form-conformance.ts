/**
 * The suite that every form of a plugin passes: the description is in order, one set of answers completes it, nothing hidden
 * goes out, a draft brings everything back, and what goes out is what the command takes. It knows a form only by its shape
 * (`FormSession` of `@zhaoshang/elements` has it), so it runs in Node, without a page.
 */
import type { ConformanceTools } from './adapter-conformance.ts';

/** A form as the suite sees it. */
export interface FormUnderTest {
  set(id: string, input: unknown): void;
  /** Fields that must be changed before it can be submitted. */
  faults(): ReadonlyMap<string, unknown>;
  view(): { readonly steps: readonly { readonly fields: readonly { readonly id: string }[] }[] };
  submission(): { readonly values: Readonly<Record<string, unknown>> };
  /** What a draft keeps; sensitive answers are not in it. */
  keepable(): Readonly<Record<string, unknown>>;
  /** Takes a draft; returns how many of its answers did not fit. */
  restore(inputs: Readonly<Record<string, unknown>>): number;
}

export interface FormScenario {
  /** Every problem of the description: `() => checkFormDescription(description)`. */
  readonly problems: () => readonly { readonly pointer: string; readonly message: string }[];
  /** A fresh, empty form. */
  readonly open: () => FormUnderTest;
  /** What somebody types, by field: together they complete the form. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Fields among `answers` that a draft must not keep. */
  readonly sensitive?: readonly string[];
  /**
   * Pointers of what the command does not take in a submission, empty when it takes it: usually the values turned into the
   * command's input and read by its schema. It is also asked about a submission without values.
   */
  readonly refused?: (values: Readonly<Record<string, unknown>>) => readonly string[];
  /** Ids of fields by the command's names or pointers, as the element gets them. */
  readonly fieldNames?: Readonly<Record<string, string>>;
}

export function formConformance(name: string, scenario: FormScenario, { describe, it }: ConformanceTools): void {
  const { open, answers, sensitive = [], refused, fieldNames = {} } = scenario;
  const filled = (without?: string): FormUnderTest => {
    const form = open();
    for (const [id, input] of Object.entries(answers)) if (id !== without) form.set(id, input);
    return form;
  };
  const shownIn = (form: FormUnderTest): string[] =>
    form.view().steps.flatMap(({ fields }) => fields.map(({ id }) => id));

  describe(`form conformance: ${name}`, () => {
    it('has a description without a problem', async () => {
      const problems = scenario.problems().map(({ pointer, message }) => `${pointer}: ${message}`);
      expectNone(problems, 'problems of the description');
    });

    it('asks for something, and is complete with the answers', async () => {
      if (open().faults().size === 0) throw new Error('An empty form can be submitted: nothing in it is required.');
      expectNone([...filled().faults().keys()], 'fields that the answers leave open');
      const unused = Object.keys(answers).filter((id) => !(id in filled().submission().values));
      expectNone(unused, 'answers that are not submitted');
    });

    it('submits what is shown and nothing else, whichever answer is taken away', async () => {
      for (const id of Object.keys(answers)) {
        const form = filled(id);
        const shown = new Set(shownIn(form));
        const { values } = form.submission();
        const hidden = Object.keys(values).filter((each) => !shown.has(each));
        expectNone(hidden, `fields submitted though they are hidden without "${id}"`);
        if (id in values) throw new Error(`"${id}" is submitted without an answer.`);
        const unseen = [...form.faults().keys()].filter((each) => !shown.has(each));
        expectNone(unseen, `fields asked for though they are hidden without "${id}"`);
      }
    });

    it('comes back from a draft as it was, except for what is sensitive', async () => {
      const before = filled();
      const kept = JSON.parse(JSON.stringify(before.keepable())) as Record<string, unknown>;
      expectNone(
        sensitive.filter((id) => id in kept),
        'sensitive answers in a draft',
      );
      const after = open();
      if (after.restore(kept) > 0) throw new Error('A draft of the form does not fit the form.');
      for (const id of sensitive) after.set(id, answers[id]);
      const [first, second] = [before, after].map((form) => JSON.stringify(sorted(form.submission().values)));
      if (first !== second) throw new Error(`A draft brings back ${second}, not ${first}.`);
    });

    if (refused !== undefined) {
      it('submits what the command takes', async () => {
        expectNone(refused(filled().submission().values), 'parts that the command does not take');
      });

      it('has a field for whatever the command can miss', async () => {
        const known = new Set(Object.keys(answers));
        const nowhere = refused({}).filter(
          (pointer) => ![pointer, ...pointer.split('/')].some((part) => known.has(fieldNames[part] ?? part)),
        );
        expectNone(nowhere, 'refusals that no field could show');
      });
    }
  });
}

const sorted = (values: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(values).sort(([left], [right]) => (left < right ? -1 : 1));

function expectNone(found: readonly string[], what: string): void {
  if (found.length > 0) throw new Error(`There are ${what}: ${found.join(', ')}`);
}
