import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { FormPage, until } from './form-page.ts';

let page: FormPage;
afterEach(() => page.remove());

/** 2026-09-28 is a Monday; 1 to 7 October are off, Saturday 10 October is worked. */
async function open(): Promise<void> {
  const description = {
    id: 'visit',
    version: 1,
    steps: [
      {
        id: 'day',
        title: '见面日期',
        fields: [{ id: 'day', kind: 'workday' as const, label: '见面日期', leadWorkdays: 1, max: 'today+30' }],
      },
    ],
  };
  page = new FormPage({ description, now: Date.parse('2026-09-28T09:00:00+08:00') });
  await page.shown('见面日期');
}
const day = (name: string) => page.find(`[aria-label^="${name}"]`);

describe('a working day', () => {
  it('is taken from a month in which days off and make-up days are told', async () => {
    await open();
    const button = page.find('#field-day-open');
    expect(button.getAttribute('aria-label')).to.equal('打开日历：见面日期');
    button.click();
    await until(() => page.focused === day('9月29日'), 'the first day that can be taken has the focus');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(day('9月28日').getAttribute('aria-disabled')).to.equal('true');
    page.find('[aria-label="下个月"]').click();
    await until(() => page.text.includes('2026年10月'), 'the next month is shown');
    expect(day('10月1日').getAttribute('aria-label')).to.match(/10月1日（星期四），.+放假/);
    expect(day('10月10日').getAttribute('aria-label')).to.equal('10月10日（星期六），调休上班');
    expect(day('10月11日').getAttribute('aria-label')).to.equal('10月11日（星期日），休息');
    day('10月1日').click();
    expect(page.flow.input('day')).to.equal('');
    day('10月10日').click();
    await until(() => page.find('.zs-month') === null, 'the month is closed');
    await until(() => page.focused === button, 'the focus is back at its button');
    expect(page.find<HTMLInputElement>('#field-day').value).to.equal('2026-10-10');
  });

  it('is found with the keyboard alone', async () => {
    await open();
    page.find('#field-day-open').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => page.focused === day('9月29日'), 'the month is open');
    await sendKeys({ press: 'ArrowRight' });
    await until(() => page.focused === day('9月30日'), 'the arrow goes on by a day');
    await sendKeys({ press: 'ArrowDown' });
    await until(() => page.focused === day('10月7日'), 'and by a week into the next month');
    await sendKeys({ press: 'Enter' });
    expect(page.flow.input('day')).to.equal('');
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Home' });
    await until(() => page.focused === day('10月5日'), 'Home is Monday');
    await sendKeys({ press: 'Escape' });
    await until(() => page.focused?.id === 'field-day-open', 'Escape closes');
  });

  it('that is typed and is not worked is told, with the next that is', async () => {
    await open();
    page.type('day', '2026-10-01');
    page.press('下一步');
    await until(() => page.text.includes('最近的工作日是 10月8日（星期四）'), 'the next one is said');
    page.type('day', '2026-11-20');
    await until(() => page.text.includes('请选 10月28日（星期三）或以前'), 'so is the bound');
  });
});
