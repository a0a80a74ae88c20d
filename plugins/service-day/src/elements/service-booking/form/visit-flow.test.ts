import { describe, expect, it } from 'vitest';
import { chooseDate, emptyFlow, toggleDepartment } from '../booking-flow.ts';
import type { Flow } from '../booking-flow.ts';
import { FakeServiceDay } from '../test/fake-service-day.ts';
import { openDate, sampleDepartments, sampleSettings, sampleSlots } from '../test/sample-timetable.ts';
import { bookInputOf, phoneProblem, problemsOf } from './entry-problems.ts';
import * as steps from './visit-flow.ts';

const choose = (...codes: string[]): Flow =>
  codes.reduce((flow, code) => toggleDepartment(flow, code, 4), chooseDate(emptyFlow, openDate));
const pick = (flow: Flow, department: string, start: string): Flow => steps.togglePick(flow, { department, start });
const hold = (flow: Flow): Flow =>
  steps.withHold(flow, new FakeServiceDay().visitOf(openDate, steps.segmentsOf(flow), 'held'));
const typed = (flow: Flow): Flow =>
  steps.enter(steps.enterTopic(flow, 'planning', { matterId: 'planning-01' }), {
    contactName: ' 沈佳禾 ',
    contactPhone: '138 1234 5678',
    consentVersion: sampleSettings.consent.version,
  });

describe('choosing', () => {
  it('keeps departments and entries when the date changes, but no time and no hold', () => {
    const flow = chooseDate(hold(typed(pick(choose('planning'), 'planning', '10:00'))), '2026-12-02');
    expect(flow.departments).toEqual(['planning']);
    expect(flow.entries.contactName).toBe(' 沈佳禾 ');
    expect([flow.picks, flow.hold]).toEqual([{}, null]);
  });

  it('takes no more departments than the rules allow', () => {
    expect(toggleDepartment(choose('hub', 'planning'), 'hrss', 2).departments).toEqual(['hub', 'planning']);
  });

  it('gives up the time of a department that is taken out', () => {
    const flow = toggleDepartment(pick(choose('hub', 'planning'), 'planning', '10:00'), 'planning', 4);
    expect([flow.departments, flow.picks]).toEqual([['hub'], {}]);
  });

  it('names the department that is in the way at a time', () => {
    const flow = pick(choose('hub', 'planning'), 'hub', '10:00');
    expect(steps.conflictAt(flow, 'planning', '10:00')).toBe('hub');
    expect(steps.conflictAt(flow, 'hub', '10:00')).toBeUndefined();
    expect(steps.conflictAt(flow, 'planning', '10:30')).toBeUndefined();
  });

  it('picks a time, and gives it up at the second click', () => {
    const once = pick(choose('hub'), 'hub', '10:00');
    expect(once.picks).toEqual({ hub: '10:00' });
    expect(pick(once, 'hub', '10:00').picks).toEqual({});
  });

  it('orders the pieces of a visit by time', () => {
    const flow = pick(pick(choose('hub', 'planning'), 'hub', '11:00'), 'planning', '09:30');
    expect(steps.segmentsOf(flow).map(({ department }) => department)).toEqual(['planning', 'hub']);
  });

  it('goes through the steps as they are done', () => {
    expect(steps.stepOf(emptyFlow, false)).toBe(0);
    expect(steps.stepOf(choose(), false)).toBe(1);
    expect(steps.stepOf(choose('hub'), false)).toBe(2);
    expect(steps.stepOf(pick(choose('hub'), 'hub', '10:00'), false)).toBe(3);
    expect(steps.stepOf(pick(choose('hub'), 'hub', '10:00'), true)).toBe(4);
  });
});

describe('keeping', () => {
  it('is held only where the backend keeps exactly what is picked', () => {
    const flow = hold(pick(choose('hub', 'planning'), 'hub', '10:00'));
    expect(steps.isHeld(flow)).toBe(true);
    expect(steps.isHeld(pick(flow, 'planning', '10:30'))).toBe(false);
    expect(steps.isHeld(steps.withoutHold(flow))).toBe(false);
  });

  it('loses one time to somebody else and keeps all the rest', () => {
    const before = typed(pick(pick(choose('hub', 'planning'), 'hub', '10:00'), 'planning', '10:30'));
    const flow = steps.losePick(before, 'hub');
    expect(flow.picks).toEqual({ planning: '10:30' });
    expect(flow.entries).toBe(before.entries);
  });

  it('takes an alternative of the same date beside the other times, of another date alone', () => {
    const flow = pick(pick(choose('hub', 'planning'), 'hub', '10:00'), 'planning', '10:30');
    const there = { department: 'hub', start: '11:00' };
    expect(steps.takeAlternative(flow, openDate, there).picks).toEqual({ planning: '10:30', hub: '11:00' });
    expect(steps.takeAlternative(flow, '2026-12-02', there)).toMatchObject({
      date: '2026-12-02',
      departments: ['hub', 'planning'],
      picks: { hub: '11:00' },
    });
  });
});

describe('the states of a slot', () => {
  const slot = (remaining: number, capacity = 2) => ({ ...sampleSlots([remaining])[0]!, capacity });
  const flow = pick(choose('hub', 'planning'), 'hub', '09:00');

  it.each([
    ['closed', lookAt(emptyFlow, slot(-1))],
    ['full', lookAt(emptyFlow, slot(0))],
    ['few', lookAt(emptyFlow, slot(1))],
    ['open', lookAt(emptyFlow, slot(2))],
    ['mine', lookAt(flow, slot(0))],
    ['held', lookAt(hold(flow), slot(0))],
  ])('%s', (expected, look) => {
    expect(look).toBe(expected);
  });

  it('does not warn of the last seat where there is only one', () => {
    expect(lookAt(emptyFlow, slot(1, 1))).toBe('open');
  });

  function lookAt(at: Flow, one: ReturnType<typeof slot>) {
    return steps.lookOf(at, 'hub', one);
  }
});

describe('what the form wants', () => {
  const fields = (flow: Flow) => problemsOf(flow, sampleDepartments, sampleSettings).map(({ field }) => field);

  it('is said in the order of the page', () => {
    expect(fields(emptyFlow)).toEqual(['departments', 'name', 'phone', 'consent']);
    expect(fields(choose('planning'))).toEqual(['times-planning', 'topic-planning', 'name', 'phone', 'consent']);
    expect(fields(typed(pick(choose('planning'), 'planning', '10:00')))).toEqual([]);
  });

  it('wants words for a matter that is not in the list', () => {
    const flow = typed(pick(choose('planning'), 'planning', '10:00'));
    expect(fields(steps.enterTopic(flow, 'planning', { matterId: null, topic: ' ' }))).toEqual(['topic-planning']);
    expect(fields(steps.enterTopic(flow, 'planning', { matterId: null, topic: '容积率' }))).toEqual([]);
  });

  it('wants consent to the version that is in force', () => {
    const flow = steps.enter(typed(pick(choose('planning'), 'planning', '10:00')), { consentVersion: 'old' });
    expect(fields(flow)).toEqual(['consent']);
  });

  it.each([
    ['', 'needPhone', undefined],
    ['1381234', 'phoneShort', { n: 4 }],
    ['138123456789', 'phoneLong', { n: 1 }],
    ['138-1234-567a', 'phoneWrong', undefined],
    ['12812345678', 'phoneWrong', undefined],
  ])('says of the number "%s" how to mend it', (phone, message, data) => {
    expect(phoneProblem(phone)).toEqual(data === undefined ? { message } : { message, data });
  });

  it('becomes the command: trimmed, with the name of the matter, with the hold only while it holds exactly this', () => {
    const flow = hold(typed(pick(choose('planning'), 'planning', '10:00')));
    expect(bookInputOf(flow, sampleDepartments)).toEqual({
      date: openDate,
      segments: [{ department: 'planning', start: '10:00', matterId: 'planning-01', topic: '规划资源局事项咨询' }],
      holdId: flow.hold?.visitId,
      contactName: '沈佳禾',
      contactPhone: '13812345678',
      question: '',
      attachments: [],
      assistance: [],
      consentVersion: sampleSettings.consent.version,
    });
    expect(bookInputOf(steps.withoutHold(flow), sampleDepartments).holdId).toBeUndefined();
  });
});
