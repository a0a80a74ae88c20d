/** The form's values, flat as its fields are, and the entries they stand for. */
import { periods } from './periods.ts';
import type { ResourceEntries } from './entries-of.ts';
import type { Resource } from '../resource-types.ts';
import { criteriaOf, criteriaValues, type CriteriaValues } from './criteria-values.ts';

/** What a resource may be besides: each adds a part to the form. */
export const extras = ['parcel', 'loan', 'trial', 'school'] as const;
export type Extra = (typeof extras)[number];
export const gradeBands = ['kindergarten', 'primary', 'lower-secondary', 'upper-secondary'] as const;
/** 七通一平. */
export const usualUtilities = ['道路', '供电', '给水', '排水', '通讯', '燃气', '热力', '场地平整'] as const;

export interface FormValues extends CriteriaValues {
  code: string;
  type: string;
  title: string;
  provider: string;
  unit: string;
  per: string;
  capacity: string;
  reserved: string;
  perRequestMax: string;
  from: string;
  to: string;
  price: string;
  townCode: string;
  tags: readonly string[];
  subjects: readonly string[];
  features: readonly string[];
  featuresKnown: boolean;
  description: string;
  longitude: string;
  latitude: string;
  crs: string;
  accuracyM: string;
  extras: readonly string[];
  areaMu: string;
  far: string;
  landUse: string;
  demolitionDone: boolean;
  utilities: readonly string[];
  toReserve: string;
  toYangtze: string;
  lender: string;
  discount: string;
  statement: string;
  review: string;
  freeMonths: string;
  reminderDays: string;
  'places-kindergarten': string;
  'places-primary': string;
  'places-lower-secondary': string;
  'places-upper-secondary': string;
}

const blank: FormValues = {
  code: '',
  type: '',
  title: '',
  provider: '',
  unit: '',
  per: 'once',
  capacity: '',
  reserved: '0',
  perRequestMax: '',
  from: '',
  to: '',
  price: '',
  townCode: '',
  tags: [],
  subjects: [],
  features: [],
  featuresKnown: false,
  description: '',
  longitude: '',
  latitude: '',
  crs: 'WGS-84',
  accuracyM: '100',
  extras: [],
  areaMu: '',
  far: '',
  landUse: '',
  demolitionDone: false,
  utilities: [],
  toReserve: '',
  toYangtze: '',
  lender: '',
  discount: '',
  statement: '',
  review: '',
  freeMonths: '3',
  reminderDays: '14',
  'places-kindergarten': '',
  'places-primary': '',
  'places-lower-secondary': '',
  'places-upper-secondary': '',
  ...criteriaValues([]),
};

export const blankValues = (today: string, provider: string): FormValues => ({ ...blank, from: today, provider });

const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** `reserved`: promised outside the kit. */
export function valuesOf(resource: Resource, reserved: number): FormValues {
  const { parcel, loan, trial, school, place, window } = resource;
  const places = (band: string): string => number(school?.places.find((each) => each.band === band)?.count);
  return {
    ...blank,
    code: resource.code,
    type: resource.type,
    title: resource.title,
    provider: resource.provider,
    unit: resource.unit,
    per: resource.per,
    capacity: number(resource.capacity),
    reserved: number(reserved),
    perRequestMax: number(resource.perRequestMax),
    from: window.from,
    to: window.to,
    price: resource.price,
    townCode: resource.townCode ?? '',
    tags: resource.tags,
    subjects: resource.subjects,
    features: resource.features ?? [],
    featuresKnown: resource.features !== null,
    description: resource.description,
    longitude: number(place?.longitude),
    latitude: number(place?.latitude),
    crs: place?.crs ?? blank.crs,
    accuracyM: place === null ? blank.accuracyM : number(place.accuracyM),
    extras: extras.filter((extra) => resource[extra] !== null),
    areaMu: number(parcel?.areaMu),
    far: number(parcel?.far),
    landUse: parcel?.landUse ?? '',
    demolitionDone: parcel?.demolitionDone ?? false,
    utilities: (parcel?.utilities ?? []).filter(({ done }) => done).map(({ name }) => name),
    toReserve: number(parcel?.distanceToReserveM),
    toYangtze: number(parcel?.distanceToYangtzeM),
    lender: loan?.lender ?? '',
    discount: number(loan?.rateDiscountBp),
    statement: loan?.rateStatement ?? '',
    review: loan?.reviewDocNo ?? '',
    freeMonths: trial === null ? blank.freeMonths : number(trial.freeMonths),
    reminderDays: trial === null ? blank.reminderDays : number(trial.reminderDays),
    'places-kindergarten': places('kindergarten'),
    'places-primary': places('primary'),
    'places-lower-secondary': places('lower-secondary'),
    'places-upper-secondary': places('upper-secondary'),
    ...criteriaValues(resource.conditions),
  };
}

/** Names of utilities that a parcel has or usually has. */
export const utilitiesOf = (before: Resource | undefined): readonly string[] => {
  const own = before?.parcel?.utilities.map(({ name }) => name) ?? [];
  return own.length > 0 ? own : usualUtilities;
};

const orNull = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** Of values that were found right. `before`: what the form has no field for stays. */
export function entriesFrom(values: FormValues, before: Resource | undefined): ResourceEntries {
  const has = (extra: Extra): boolean => values.extras.includes(extra);
  const hasPlace = values.longitude.trim() !== '' && values.latitude.trim() !== '';
  return {
    code: values.code.trim(),
    type: values.type,
    title: values.title.trim(),
    provider: values.provider,
    unit: values.unit.trim(),
    per: periods.find((each) => each === values.per) ?? 'once',
    capacity: Number(values.capacity),
    reserved: Number(values.reserved),
    window: { from: values.from, to: values.to },
    price: values.price.trim(),
    tags: [...values.tags],
    subjects: [...values.subjects],
    features: values.featuresKnown ? [...values.features] : null,
    specs: before?.specs ?? [],
    townCode: values.townCode === '' ? null : values.townCode,
    place: hasPlace
      ? {
          crs: values.crs as NonNullable<Resource['place']>['crs'],
          longitude: Number(values.longitude),
          latitude: Number(values.latitude),
          accuracyM: Number(values.accuracyM),
        }
      : null,
    conditions: criteriaOf(values, before?.conditions ?? []),
    perRequestMax: orNull(values.perRequestMax),
    description: values.description.trim(),
    parcel: has('parcel')
      ? {
          areaMu: Number(values.areaMu),
          far: Number(values.far),
          landUse: values.landUse.trim(),
          demolitionDone: values.demolitionDone,
          utilities: utilitiesOf(before).map((name) => ({ name, done: values.utilities.includes(name) })),
          distanceToReserveM: orNull(values.toReserve),
          distanceToYangtzeM: orNull(values.toYangtze),
        }
      : null,
    loan: has('loan')
      ? {
          lender: values.lender,
          rateDiscountBp: orNull(values.discount),
          rateStatement: values.statement.trim(),
          reviewDocNo: values.review.trim(),
        }
      : null,
    trial: has('trial') ? { freeMonths: Number(values.freeMonths), reminderDays: Number(values.reminderDays) } : null,
    school: has('school')
      ? {
          places: gradeBands
            .filter((band) => Number(values[`places-${band}`]) > 0)
            .map((band) => ({ band, count: Number(values[`places-${band}`]) })),
        }
      : null,
  };
}
