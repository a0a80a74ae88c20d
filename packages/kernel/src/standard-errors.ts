/** Errors every contract may answer with; a contract adds its own. */
import type { ErrorSpec } from './contract.ts';
import { ZsError, type ZsErrorOptions } from './errors.ts';
import { fill, type Locale } from './locale.ts';

export const standardErrors = {
  'invalid-input': {
    kind: 'invalid',
    message: {
      'zh-CN': '有内容需要改一下，请看标出的地方。',
      en: 'Some entries need a change; see the fields marked.',
    },
  },
  'malformed-request': {
    kind: 'invalid',
    message: {
      'zh-CN': '请求读不懂，请刷新页面后再试。',
      en: 'The request cannot be read. Reload the page and try again.',
    },
  },
  'key-required': {
    kind: 'invalid',
    message: {
      'zh-CN': '请求缺少幂等键（Idempotency-Key），请由系统管理员检查接口。',
      en: 'The request lacks an Idempotency-Key; ask the integrator to add it.',
    },
  },
  'key-reused': {
    kind: 'invalid',
    message: {
      'zh-CN': '同一个幂等键用在了不同的内容上，请刷新后重新提交。',
      en: 'This idempotency key was used for another request. Reload and submit again.',
    },
  },
  'version-required': {
    kind: 'stale',
    message: {
      'zh-CN': '缺少版本号（If-Match），请刷新后再试。',
      en: 'The version (If-Match) is missing. Reload and try again.',
    },
  },
  stale: {
    kind: 'stale',
    message: {
      'zh-CN': '这条记录刚被改过，请看过最新内容后再操作。',
      en: 'This record has just been changed. Look at the latest state, then try again.',
    },
  },
  'session-required': {
    kind: 'unauthenticated',
    message: { 'zh-CN': '请先登录，已填写的内容会保留。', en: 'Sign in first; what you have entered is kept.' },
  },
  forbidden: {
    kind: 'forbidden',
    message: {
      'zh-CN': '您的身份不能办这件事。如有疑问请联系招商服务中心。',
      en: 'Your role does not allow this. Contact the service centre if you think it should.',
    },
  },
  'not-found': {
    kind: 'not-found',
    message: {
      'zh-CN': '没有找到这条记录，可能已被删除。',
      en: 'This record was not found; it may have been removed.',
    },
  },
  'rate-limited': {
    kind: 'quota',
    message: { 'zh-CN': '操作太频繁，请过一会儿再试。', en: 'Too many requests. Try again in a while.' },
  },
  busy: {
    kind: 'unavailable',
    message: {
      'zh-CN': '现在办理的人很多，请稍等几秒再试，不会重复提交。',
      en: 'Many people are using the service. Try again in a few seconds; nothing is submitted twice.',
    },
  },
  'storage-full': {
    kind: 'unavailable',
    message: {
      'zh-CN': '这台设备的浏览器存储空间不足，内容没有保存。请清理空间后再试。',
      en: 'This browser has no storage left, nothing was saved. Free some space and try again.',
    },
  },
  'storage-unavailable': {
    kind: 'unavailable',
    message: {
      'zh-CN': '数据暂时存取不了，请关闭其他页面后刷新再试。',
      en: 'The data store cannot be reached. Close other tabs, reload and try again.',
    },
  },
  unreachable: {
    kind: 'unavailable',
    message: {
      'zh-CN': '网络没有连上，请检查网络后再试。',
      en: 'There is no connection. Check the network and try again.',
    },
  },
  internal: {
    kind: 'internal',
    message: {
      'zh-CN': '系统出了问题，您填写的内容还在。请稍后再试，或拨打咨询电话。',
      en: 'Something went wrong on our side; your entries are kept. Try again later or call the help desk.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorSpec>>;

export type StandardErrorCode = keyof typeof standardErrors;

/** The error a spec describes, in the reader's language, its placeholders filled from `data`. */
export function errorFrom(code: string, spec: ErrorSpec, locale: Locale, options: ZsErrorOptions = {}): ZsError {
  return new ZsError(spec.kind, code, fill(spec.message[locale], options.data), options);
}

export function standardError(
  code: StandardErrorCode,
  locale: Locale = 'zh-CN',
  options: ZsErrorOptions = {},
): ZsError {
  return errorFrom(code, standardErrors[code], locale, options);
}
