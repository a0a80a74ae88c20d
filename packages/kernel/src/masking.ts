/** Personal data as it is shown where the whole is not needed (PIPL Art. 6; B4): 张*, 138****5678. */

/** Surnames of two characters that occur today; they stay whole, what follows is masked. */
const compoundSurnames = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '长孙',
  '宇文',
  '司徒',
  '东方',
  '南宫',
  '端木',
  '轩辕',
  '呼延',
  '澹台',
  '第五',
  '闻人',
  '司空',
  '独孤',
  '西门',
]);

/** `张三` → `张*`, `欧阳修` → `欧阳*`, `Ann Lee` → `A******`; empty stays empty. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  const surname = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return characters.map((character, index) => (index < surname ? character : '*')).join('');
}

/** `13812345678` → `138****5678`; anything shorter than eight digits shows its last two. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return phone.replace(/.(?=..)/g, '*');
  return `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}
