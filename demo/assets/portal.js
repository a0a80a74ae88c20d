// 门户自己的脚本：长者版、高对比、中英文、日期、打印、站内搜索。没有它，页面照样能读能用。
// 在 <head> 里同步载入，首次绘制前就换好显示方式。与组件有关的只有 passToComponents 一处。
(function () {
  'use strict';
  const storageKey = 'portal.display';
  const root = document.documentElement;
  const dictionaries = {};
  const originals = new Map();
  const defaults = { mode: 'standard', contrast: '', language: 'zh-CN' };
  let display = readDisplay();
  let now = () => Date.now();

  function readDisplay() {
    try {
      return { ...defaults, ...JSON.parse(sessionStorage.getItem(storageKey) || '{}') };
    } catch {
      return { ...defaults }; // 浏览器不让存，就每页从标准显示开始
    }
  }

  function setDisplay(change) {
    display = { ...display, ...change };
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(display));
    } catch {
      // 存不下只影响下一页，这一页照常切换
    }
    showDisplay();
    document.dispatchEvent(new CustomEvent('portal-display-changed', { detail: display }));
  }

  function showDisplay() {
    root.lang = display.language;
    root.classList.add('has-script');
    root.classList.toggle('is-large', display.mode === 'large');
    root.classList.toggle('is-elder', display.mode === 'elder');
    root.classList.toggle('is-high-contrast', display.contrast === 'high');
    if (document.body === null || document.readyState === 'loading') return;
    pressed('elder', display.mode === 'elder');
    pressed('contrast', display.contrast === 'high');
    passToComponents();
    translate();
    showDate();
  }

  /** 把门户的显示方式交给页面里的组件；语言由 <html lang> 传达。 */
  function passToComponents() {
    for (const element of document.querySelectorAll('zs-portal')) {
      element.setAttribute('mode', display.mode);
      element.setAttribute('contrast', display.contrast);
    }
  }

  function pressed(action, value) {
    for (const button of document.querySelectorAll(`[data-portal-action="${action}"]`))
      button.setAttribute('aria-pressed', String(value));
  }

  function showDate() {
    const english = display.language === 'en';
    const date = new Intl.DateTimeFormat(english ? 'en-GB' : 'zh-CN', {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      weekday: 'long',
    }).format(now());
    for (const place of document.querySelectorAll('[data-portal-date]'))
      place.textContent = `${date}　${english ? 'Chongming, Shanghai' : '上海市崇明区'}`;
  }

  /** 门户框架的文字按整句查字典；正文标有 lang="zh-CN"，不翻译。 */
  function translate() {
    const words = dictionaries[display.language] || {};
    const lookup = (text) => (Object.prototype.hasOwnProperty.call(words, text) ? words[text] : text);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE &&
      (node.lang === 'zh-CN' || node.matches('script, zs-portal, .demo-console, [data-portal-date], [data-portal-own]'))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) {
        if (node.data.trim() === '') continue;
        if (!originals.has(node)) originals.set(node, node.data);
        const original = originals.get(node);
        const sentence = original.trim().replace(/\s+/g, ' ');
        const translated = lookup(sentence);
        node.data = translated === sentence ? original : original.replace(original.trim(), () => translated);
        continue;
      }
      for (const name of ['aria-label', 'placeholder']) {
        if (!node.hasAttribute(name)) continue;
        const kept = originals.get(node) || {};
        if (kept[name] === undefined) originals.set(node, { ...kept, [name]: node.getAttribute(name) });
        node.setAttribute(name, lookup(originals.get(node)[name]));
      }
    }
    if (!originals.has(document)) originals.set(document, document.title);
    const parts = originals.get(document).split('-').map(lookup);
    document.title = parts.join(display.language === 'en' ? ' | ' : '-');
    for (const button of document.querySelectorAll('[data-portal-action="language"]')) {
      button.lang = display.language === 'en' ? 'zh-CN' : 'en';
      button.textContent = display.language === 'en' ? '中文' : 'English';
    }
  }

  const actions = {
    elder: () => setDisplay({ mode: display.mode === 'elder' ? 'standard' : 'elder' }),
    contrast: () => setDisplay({ contrast: display.contrast === 'high' ? '' : 'high' }),
    language: () => setDisplay({ language: display.language === 'en' ? 'zh-CN' : 'en' }),
    print: () => window.print(),
  };

  /** 站点地图页：按地址里的 q 只留下含有全部词的条目。 */
  function search() {
    const status = document.querySelector('[data-search-status]');
    const query = (new URLSearchParams(location.search).get('q') || '').trim();
    if (status === null || query === '') return;
    const field = document.getElementById('search');
    if (field !== null) field.value = query;
    const words = query.toLowerCase().split(/\s+/);
    let count = 0;
    for (const group of document.querySelectorAll('[data-search-group]')) {
      let found = 0;
      for (const item of group.querySelectorAll('[data-search-text]')) {
        const text = item.dataset.searchText.toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
        if (!item.hidden) found += 1;
      }
      group.hidden = found === 0;
      count += found;
    }
    status.dataset.portalOwn = '';
    status.textContent =
      count === 0
        ? `没有找到“${query}”。请换一个词，或拨打 021-5000 0000。`
        : `找到 ${count} 条与“${query}”有关的内容。`;
  }

  showDisplay();
  // interactive 先于 defer 脚本和模块，组件登记以前属性就已写好
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    search();
    showDisplay();
  });
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('[data-portal-action]');
    if (button) actions[button.dataset.portalAction]();
  });
  // 读者在组件里换了显示方式，整页跟着换
  document.addEventListener('zs-mode-changed', ({ detail }) => {
    if (detail.mode !== display.mode || detail.contrast !== display.contrast)
      setDisplay({ mode: detail.mode, contrast: detail.contrast });
  });

  window.portal = {
    get display() {
      return display;
    },
    setDisplay,
    addDictionary(language, words) {
      dictionaries[language] = words;
      showDisplay();
    },
    /** 页头上的登录人；没有登录传空。 */
    setUser(name) {
      for (const place of document.querySelectorAll('[data-portal-user]')) {
        originals.delete(place.firstChild);
        place.textContent = name || '未登录';
      }
      translate();
    },
    setNow(clock) {
      now = clock;
      showDate();
    },
  };
})();
