/** Refusals that belong to HTTP rather than to a contract. */
import { ZsError, type Locale } from '@zhaoshang/kernel';

export const noSuchPath = (locale: Locale): ZsError =>
  new ZsError(
    'not-found',
    'no-such-path',
    locale === 'en' ? 'There is nothing at this address; check it.' : '没有这个地址，请检查后再试。',
  );

export const methodNotAllowed = (locale: Locale, allow: string): ZsError =>
  new ZsError(
    'invalid',
    'method-not-allowed',
    locale === 'en' ? `This address answers ${allow} only.` : `这个地址只接受 ${allow} 请求，请由系统管理员检查接口。`,
    { status: 405, data: { allow } },
  );

export const addressTooLong = (locale: Locale): ZsError =>
  new ZsError(
    'invalid',
    'address-too-long',
    locale === 'en' ? 'The address is too long; shorten the search.' : '地址太长，请缩短查询内容后再试。',
    { status: 414 },
  );
