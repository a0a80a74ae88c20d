/** The showcase as a page: `?mode=elder&contrast=high&lang=en`. */
import '../src/portal/define.ts';
import '../src/mode-bar/define.ts';
import { define } from '../src/index.ts';
import type { Contrast, Mode } from '../src/index.ts';
import { FakeAdapter } from './fake-adapter.ts';
import { ShowcaseElement } from './showcase-element.ts';

const query = new URLSearchParams(location.search);
const portal = document.querySelector('zs-portal');
if (portal !== null) {
  portal.adapter = new FakeAdapter();
  portal.mode = (query.get('mode') ?? 'standard') as Mode;
  portal.contrast = (query.get('contrast') ?? '') as Contrast;
}
document.documentElement.lang = query.get('lang') ?? 'zh-CN';
define('zs-showcase', ShowcaseElement);
if (query.has('wrong')) {
  const showcase = document.querySelector('zs-showcase') as ShowcaseElement;
  setTimeout(() => void showcase.form.check().then(() => showcase.toast.show({ text: showcase.msg('moved') })), 300);
}
