/** Hands a calendar file to the browser's downloads. */
export function saveCalendar({ fileName, calendar }: { fileName: string; calendar: string }): void {
  const address = URL.createObjectURL(new Blob([calendar], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
