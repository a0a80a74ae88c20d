/** Records with all their fields, numbered and coded by a fixed seed, so that the same data gives the same file. */

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A small generator (mulberry32): the same numbers on every machine. */
export function createDice(seed) {
  let state = seed;
  return {
    next() {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    },
    pick(list) {
      return list[Math.floor(this.next() * list.length)];
    },
    code(length) {
      let code = '';
      for (let at = 0; at < length; at += 1) code += alphabet[Math.floor(this.next() * alphabet.length)];
      return code;
    },
  };
}

export function createRecords(dice, config) {
  const tables = {
    sd_slot: [],
    sd_visit: [],
    sd_booking: [],
    sd_day_change: [],
    sd_waitlist: [],
    sd_standing: [],
    sd_follow_up: [],
    sd_forum: [],
    sd_forum_sign_up: [],
    sd_notice: [],
    sd_desk_day: [],
  };
  const numberOf = (table, prefix) => `${prefix}-${String(tables[table].length + 1).padStart(4, '0')}`;

  const contactOf = (enterprise) => {
    const contact = enterprise.contacts[0];
    // Masked in the source; what stands behind the mask is invented and belongs to nobody.
    const name = contact.nameMasked.replace(/\*+/g, dice.pick(['佳', '宁', '远', '清', '晨', '越', '安', '舒']));
    return { contactName: name, contactPhone: contact.phoneMasked.replace('****', '0000') };
  };

  return {
    tables,
    visit(enterprise, facts) {
      const visit = {
        id: numberOf('sd_visit', 'vi'),
        ticket: `${facts.date.slice(5, 7)}${facts.date.slice(8)}-${dice.code(5)}`,
        uscc: enterprise.uscc,
        enterpriseName: enterprise.name,
        ...contactOf(enterprise),
        question: '',
        attachments: [],
        assistance: [],
        consent: { version: config.consent.version, at: facts.createdAt },
        channel: 'web',
        checkInCode: dice.code(6),
        bookingIds: [],
        moves: 0,
        sequence: 0,
        holdExpiresAt: null,
        holdExtensions: 0,
        ...facts,
      };
      tables.sd_visit.push(visit);
      return visit;
    },
    booking(visit, facts) {
      const [hours, minutes] = facts.start.split(':').map(Number);
      const end = hours * 60 + minutes + config.slots.minutes;
      const booking = {
        id: numberOf('sd_booking', 'bk'),
        visitId: visit.id,
        ticket: visit.ticket,
        date: visit.date,
        end: `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`,
        matterId: null,
        uscc: visit.uscc,
        enterpriseName: visit.enterpriseName,
        state: 'booked',
        channel: visit.channel,
        queueNumber: null,
        deskNo: null,
        checkedInAt: null,
        calledAt: null,
        calls: 0,
        servedAt: null,
        outcome: null,
        rating: null,
        stateReason: null,
        holdExpiresAt: '~',
        activeTopicKey: null,
        activeTimeKey: null,
        createdAt: visit.createdAt,
        ...facts,
      };
      visit.bookingIds.push(booking.id);
      tables.sd_booking.push(booking);
      return booking;
    },
    notice(facts) {
      tables.sd_notice.push({
        id: numberOf('sd_notice', 'no'),
        department: null,
        visitId: null,
        reference: null,
        readAt: null,
        ...facts,
      });
    },
    followUp(facts) {
      const followUp = {
        id: numberOf('sd_follow_up', 'fu'),
        bookingId: null,
        dueProvisional: false,
        state: 'open',
        reply: null,
        repliedAt: null,
        silentOn: '~',
        ...facts,
      };
      tables.sd_follow_up.push(followUp);
      return followUp;
    },
    waiting(enterprise, facts) {
      const entry = {
        id: numberOf('sd_waitlist', 'wl'),
        start: 'any',
        uscc: enterprise.uscc,
        enterpriseName: enterprise.name,
        ...contactOf(enterprise),
        matterId: null,
        consent: { version: config.consent.version, at: facts.createdAt },
        state: 'waiting',
        offeredStart: null,
        offerExpiresAt: '~',
        activeKey: `${enterprise.uscc}|${facts.date}|${facts.department}`,
        ...facts,
      };
      tables.sd_waitlist.push(entry);
      return entry;
    },
  };
}
