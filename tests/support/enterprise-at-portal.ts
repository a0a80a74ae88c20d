/** What an enterprise does on the booking page, by the names that a person reads. */
import type { Locator, Page } from 'playwright-core';

export interface Wish {
  readonly department: string;
  /** `9:30` as the page writes it. */
  readonly time: string;
}

export const element = (page: Page): Locator => page.locator('zs-service-booking');

/** Until dates and form are there and nothing is being read. */
export async function bookingReady(page: Page): Promise<void> {
  await element(page).getByRole('button', { name: '提交预约' }).waitFor();
  await element(page).getByRole('checkbox', { name: '招商中心' }).waitFor();
}

/** `day` as the page writes it, e.g. `12月2日`. */
export async function chooseSlots(page: Page, day: string, wishes: readonly Wish[]): Promise<void> {
  const booking = element(page);
  await booking.locator('.zs-date', { has: page.locator('.zs-date__day', { hasText: day }) }).click();
  for (const { department } of wishes) await booking.getByRole('checkbox', { name: department }).check();
  for (const { department, time } of wishes)
    await booking.getByRole('button', { name: slotName(department, time) }).click();
  for (const { department, time } of wishes)
    await booking.getByRole('button', { name: slotName(department, time), pressed: true }).waitFor();
}

export const slotName = (department: string, time: string): RegExp => new RegExp(`^${time}，.*，${department}$`);

export async function fillForm(page: Page, wishes: readonly Wish[]): Promise<void> {
  const booking = element(page);
  await booking.getByLabel('经办人', { exact: true }).fill('文佳');
  await booking.getByLabel('手机号码', { exact: true }).fill('13800009301');
  for (const { department } of wishes) await booking.getByLabel(`办理事项：${department}`).selectOption({ index: 1 });
  await booking.getByRole('checkbox', { name: '我已阅读并同意上述告知' }).check();
}

/** Books and returns what the ticket says. */
export async function submitForTicket(page: Page): Promise<{ ticket: string; code: string }> {
  const booking = element(page);
  await booking.getByRole('button', { name: '提交预约' }).click();
  return readTicket(page);
}

/** Number and check-in code of the ticket that is shown. */
export async function readTicket(page: Page): Promise<{ ticket: string; code: string }> {
  const shown = element(page).locator('zs-visit-ticket');
  const ticket = await shown
    .getByText(/^\d{4}-[A-Z0-9]{5}$/)
    .first()
    .innerText();
  const code = await shown
    .getByText(/^[A-Z0-9]{6}$/)
    .first()
    .innerText();
  return { ticket, code };
}

export async function book(
  page: Page,
  day: string,
  wishes: readonly Wish[],
): Promise<{ ticket: string; code: string }> {
  await bookingReady(page);
  await chooseSlots(page, day, wishes);
  await fillForm(page, wishes);
  return submitForTicket(page);
}

export const toMyVisits = (page: Page): Promise<void> =>
  element(page).getByRole('group', { name: '服务日' }).getByRole('button', { name: '我的预约' }).click();
