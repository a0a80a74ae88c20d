/** What is wrong with the form, in sentences that say what to do. */
import type { FormErrors } from '@zhaoshang/elements/form/form-controller.ts';
import type { Translate } from '@zhaoshang/elements';
import { gradeBands, type FormValues } from './form-values.ts';
import type { ResourceFormMessage } from './resource-form.messages.ts';

const isAmount = (text: string): boolean => /^\d{1,12}(\.\d{1,3})?$/.test(text.trim());
const isWhole = (text: string): boolean => /^\d{1,5}$/.test(text.trim());
const isNumber = (text: string): boolean => /^-?\d{1,9}(\.\d{1,9})?$/.test(text.trim());

type Faults = { -readonly [Name in keyof FormErrors<FormValues>]: FormErrors<FormValues>[Name] };

export function formFaults(msg: Translate<ResourceFormMessage>, values: FormValues): FormErrors<FormValues> {
  const faults: Faults = {};
  const must = (...names: (keyof FormValues & string)[]): void => {
    for (const name of names)
      if (String(values[name]).trim() === '') faults[name] = msg('missing', { field: msg(name as never) });
  };
  const check = (name: keyof FormValues & string, right: boolean, sentence: string): void => {
    if (faults[name] === undefined && !right) faults[name] = sentence;
  };
  const optional = (name: keyof FormValues & string, right: (text: string) => boolean, sentence: string): void =>
    check(name, String(values[name]).trim() === '' || right(String(values[name])), sentence);

  must('code', 'type', 'title', 'provider', 'unit', 'capacity', 'reserved', 'from', 'to');
  check('code', /^[A-Za-z0-9][A-Za-z0-9._:|-]{0,119}$/.test(values.code.trim()), msg('codeUnfit'));
  check('title', [...values.title].length <= 80, msg('tooLong', { max: 80 }));
  check('unit', [...values.unit].length <= 20, msg('tooLong', { max: 20 }));
  check('price', [...values.price].length <= 80, msg('tooLong', { max: 80 }));
  check('description', [...values.description].length <= 600, msg('tooLong', { max: 600 }));
  check('capacity', isAmount(values.capacity), msg('amountUnfit'));
  check('reserved', isAmount(values.reserved), msg('amountUnfit'));
  check('reserved', Number(values.reserved) <= Number(values.capacity), msg('reservedTooMuch'));
  optional('perRequestMax', (text) => isAmount(text) && Number(text) > 0, msg('amountUnfit'));
  check('to', values.to >= values.from, msg('windowTurned'));
  optional('longitude', (text) => isNumber(text) && Math.abs(Number(text)) <= 180, msg('longitudeUnfit'));
  optional('latitude', (text) => isNumber(text) && Math.abs(Number(text)) <= 90, msg('latitudeUnfit'));
  check('latitude', (values.longitude.trim() === '') === (values.latitude.trim() === ''), msg('placeHalf'));
  check('accuracyM', isAmount(values.accuracyM), msg('amountUnfit'));
  if (values.extras.includes('parcel')) {
    must('areaMu', 'far', 'landUse');
    check('areaMu', isAmount(values.areaMu) && Number(values.areaMu) > 0, msg('amountUnfit'));
    check('far', isAmount(values.far) && Number(values.far) <= 20, msg('farUnfit'));
    optional('toReserve', isAmount, msg('amountUnfit'));
    optional('toYangtze', isAmount, msg('amountUnfit'));
    check('capacity', Number(values.capacity) === 1, msg('parcelIsOne'));
  }
  if (values.extras.includes('loan')) {
    must('lender', 'review');
    optional('discount', (text) => isWhole(text) && Number(text) <= 10_000, msg('wholeUnfit'));
    const some = [values.ecoScore, values.credit, values.employees].some((text) => text.trim() !== '');
    check('ecoScore', some || values.anyTag.length > 0, msg('criteriaMissing'));
  }
  if (values.extras.includes('trial')) {
    check('freeMonths', isWhole(values.freeMonths) && Number(values.freeMonths) <= 60, msg('wholeUnfit'));
    check('reminderDays', isWhole(values.reminderDays) && Number(values.reminderDays) <= 365, msg('wholeUnfit'));
  }
  if (values.extras.includes('school'))
    for (const band of gradeBands) optional(`places-${band}`, isWhole, msg('wholeUnfit'));
  optional('ecoScore', isAmount, msg('amountUnfit'));
  optional('employees', isWhole, msg('wholeUnfit'));
  return faults;
}
