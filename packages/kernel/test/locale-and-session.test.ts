import { describe, expect, it } from 'vitest';
import { type Session, fill, hasRole, isStaff, nearestLocale, systemSession } from '@zhaoshang/kernel';

describe('nearestLocale', () => {
  it.each([
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['EN', 'en'],
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['fr', 'zh-CN'],
    ['', 'zh-CN'],
    [null, 'zh-CN'],
    [undefined, 'zh-CN'],
  ])('%j is read as %s', (tag, locale) => expect(nearestLocale(tag)).toBe(locale));
});

describe('fill', () => {
  it('fills what it has and leaves visible what it lacks', () => {
    expect(fill('{name}，还剩 {count} 个', { name: '张女士', count: 0 })).toBe('张女士，还剩 0 个');
    expect(fill('{name} {missing}', { name: 'x' })).toBe('x {missing}');
    expect(fill('{name}', null)).toBe('{name}');
  });

  it('does not fill a filled value again', () => {
    expect(fill('{a}', { a: '{b}', b: 'secret' })).toBe('{b}');
  });

  it('does not show objects or functions', () => {
    expect(fill('{a} {toString}', { a: { b: 1 } })).toBe('{a} {toString}');
  });
});

describe('roles', () => {
  const enterprise: Session = { subject: 'u1', displayName: '张*', roles: ['enterprise'], zone: 'chongming' };

  it('lets anyone in where a contract says so, and nobody else without a session', () => {
    expect(hasRole(null, ['anyone'])).toBe(true);
    expect(hasRole(null, ['enterprise'])).toBe(false);
    expect(hasRole(enterprise, ['enterprise', 'centre'])).toBe(true);
    expect(hasRole(enterprise, ['centre'])).toBe(false);
    expect(hasRole(enterprise, [])).toBe(false);
  });

  it('counts neither enterprises nor the system as staff', () => {
    expect(isStaff(enterprise)).toBe(false);
    expect(isStaff(null)).toBe(false);
    expect(isStaff(systemSession('chongming'))).toBe(false);
    expect(isStaff({ ...enterprise, roles: ['enterprise', 'department'] })).toBe(true);
  });
});
