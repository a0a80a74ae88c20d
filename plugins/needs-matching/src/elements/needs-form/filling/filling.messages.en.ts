import type { FillingMessage } from './filling.messages.ts';

export default {
  reading: 'Opening the form',
  sessionRequired: 'Sign in first. What you have filled in is kept.',
  stated: 'The need is submitted',
  changed: 'The change is saved',
  fitNow: '{n} {n|resource fits|resources fit} now',
  fitNone: 'Nothing fits directly now',
  fitVerify: '{n} to be verified',
  fitLook: 'Show',
  category: 'From your words: “{name}”.',
  categoryOthers: 'From your words: “{name}”. It may also be:',
  categoryPerhaps: 'From your words it may be:',
  amount: 'From your words: {amount}. Change it if it is wrong.',
  tags: 'Your words mention these; add them:',
  addTag: 'Add {name}',
  clear: 'Remove this text',
  traceIdentity: '“{words}” is an identity number: leave it out. If it is needed, the specialist checks it in person.',
  traceName: '“{words}” looks like a name: leave it out, “an employee” or “a child of an employee” is enough.',
  tracePhone:
    '“{words}” is a mobile number: leave it out. The specialist uses the contact your enterprise has registered.',
  traceIllness: '“{words}” looks like an illness: leave it out, the department and the time are enough.',
  fileTrace: 'The paper “{name}” looks personal: take one without names, identity papers and medical records.',
} satisfies Record<FillingMessage, string>;
