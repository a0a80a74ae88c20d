/** The working days the service day counts by: one calendar per process, because building it costs milliseconds. */
import { createWorkCalendar, type WorkCalendar } from '@zhaoshang/workdays';

let calendar: WorkCalendar | undefined;

export function serviceCalendar(): WorkCalendar {
  if (calendar === undefined) calendar = createWorkCalendar();
  return calendar;
}
