/** What every form needs to know of the zone: queries without side effects (RES-1, GEN-10, OUT-9). */
import { nowText, type MatchingUseCase } from './matching-context.ts';

export const catalogue: MatchingUseCase<'catalogue'> = {
  execute: async (_input, context) => {
    const { config } = context;
    return {
      zoneName: config.zoneName,
      helpPhone: config.helpPhone,
      version: config.version,
      categories: config.categories.map((category) => ({
        code: category.code,
        name: category.name,
        nameEn: category.nameEn,
        group: category.group,
        units: [...category.units],
        subjects: [...category.subjects],
        features: [...category.features],
        specs: config.specs
          .filter(({ categories }) => categories.includes(category.code))
          .map(({ code, label, labelEn, unit }) => ({ code, label, labelEn, unit })),
        personal: category.personal ?? null,
        site: category.site,
        bookDepartment: category.bookDepartment,
        bookTopic: category.bookTopic,
      })),
      tags: config.tags,
      synonyms: config.synonyms,
      towns: config.geo.towns.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
      providers: config.providers,
      // Who a specialist is at the host portal is nobody's business.
      specialists: config.specialists.map(({ id, name, department, competence, active }) => ({
        id,
        name,
        department,
        competence,
        active,
      })),
      units: config.units,
      channels: config.channels,
      unmetReasons: config.unmetReasons,
      painTypes: config.painTypes,
      ratingTags: config.rating.tags,
      weights: Object.entries(config.weights).map(([name, weight]) => ({ name, weight })),
      holdDays: config.hold.days,
      staleDays: config.staleDays,
      ...(config.assignWorkingDays === undefined ? {} : { assignWorkingDays: config.assignWorkingDays }),
      lookAheadDays: config.lookAheadDays,
      poiRadiiM: config.poiRadiiM,
      importMaxRows: config.import.maxRows,
      consent: config.consent,
      asOf: nowText(context),
    };
  },
};
