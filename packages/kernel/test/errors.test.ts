import { describe, expect, it } from 'vitest';
import { ZsError, asZsError, errorKinds, isZsError, statusOfKind } from '@zhaoshang/kernel';
import { standardError, standardErrors } from '@zhaoshang/kernel/standard-errors.ts';

describe('the error family', () => {
  it('gives every kind a status of the 4xx or 5xx class', () => {
    for (const kind of errorKinds) {
      expect(statusOfKind[kind]).toBeGreaterThanOrEqual(400);
      expect(statusOfKind[kind]).toBeLessThan(600);
    }
  });

  it('carries code, kind, data, wrong fields and cause', () => {
    const cause = new Error('socket closed');
    const fields = [{ pointer: '/contactName', rule: 'min-length', message: '请填写姓名。' }];
    const error = new ZsError('quota', 'slot-full', '满了', {
      data: { alternatives: 3 },
      fields,
      cause,
      retryAfterSeconds: 5,
    });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      kind: 'quota',
      code: 'slot-full',
      message: '满了',
      status: undefined,
      retryAfterSeconds: 5,
      cause,
    });
    expect(error.data).toEqual({ alternatives: 3 });
    expect(error.fields).toEqual(fields);
  });

  it('lets the wire status differ from the kind', () => {
    expect(new ZsError('invalid', 'malformed', '…', { status: 400 }).status).toBe(400);
  });

  it('knows an error made by another copy of the script on the page', () => {
    const foreign = Object.assign(new Error('满了'), { kind: 'quota', code: 'slot-full' });
    foreign.name = 'ZsError';
    expect(isZsError(foreign)).toBe(true);
    expect(asZsError(foreign)).toBe(foreign);
  });

  it.each([[new Error('x')], [{ kind: 'quota', code: 'x' }], [null], ['ZsError']])(
    'does not take %j for one',
    (thrown) => {
      expect(isZsError(thrown)).toBe(false);
    },
  );

  it('turns whatever was thrown into a member of the family, with the cause kept', () => {
    const abort = new DOMException('aborted', 'AbortError');
    expect(asZsError(abort)).toMatchObject({ kind: 'aborted', cause: abort });
    for (const thrown of [new RangeError('oops'), 'a string', undefined, 42]) {
      const error = asZsError(thrown);
      expect(error).toMatchObject({ kind: 'internal', code: 'internal' });
      expect(error.cause).toBe(thrown);
    }
  });

  it('never shows a citizen what the machine said', () => {
    expect(asZsError(new Error('relation "bookings" does not exist')).message).not.toContain('relation');
  });
});

describe('the errors every contract may answer with', () => {
  it.each(Object.entries(standardErrors))('%s has a known kind and a sentence in both languages', (code, spec) => {
    expect(errorKinds).toContain(spec.kind);
    expect(spec.message['zh-CN']).toMatch(/\p{Script=Han}.*。$/u);
    expect(spec.message.en).toMatch(/^[A-Z].*\.$/);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('speaks the language that was asked for', () => {
    expect(standardError('not-found').message).toContain('没有找到');
    expect(standardError('not-found', 'en')).toMatchObject({ kind: 'not-found' });
    expect(standardError('not-found', 'en').message).toContain('not found');
  });
});
