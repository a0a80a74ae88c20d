// 演示控制台：换身份、换数据所在、换显示、拨时钟。真实门户没有它；删掉这一个脚本，页面照常。
// 在组件脚本以前执行（defer 先于其后的模块），组件登记时 adapter、session 已经就位。
(function () {
  'use strict';
  const storageKey = 'demo.console';
  const apiBase = '/api';
  const settingsUrl = new URL('demo.json', document.currentScript.src);
  const siteRoot = new URL('../', settingsUrl);
  const shanghaiOffset = 8 * 3600e3; // 全年固定，无夏令时
  const dayLength = 24 * 3600e3;
  const words = {
    'zh-CN': {
      title: '演示控制台',
      notPortal: '不属于门户',
      persona: '身份',
      anonymous: '未登录',
      adapter: '数据',
      http: '服务器',
      local: '本页（IndexedDB）',
      mode: '显示',
      standard: '标准',
      large: '大字',
      elder: '长者版',
      contrast: '对比',
      normal: '普通',
      high: '高对比',
      language: '语言',
      clock: '时钟',
      realTime: '真实时间',
      moved: '已拨动',
      instant: '拨到（北京时间）',
      apply: '拨到此刻',
      backToNow: '回到现在',
      pages: '去看',
      booking: '预约',
      forum: '座谈会',
      needs: '需求',
      policies: '政策匹配',
      matching: '供需对接',
      resources: '部门资源',
      desk: '值台',
      centre: '编排',
      noServer: '服务器没有应答演示接口，身份和时钟不会改变。可以改用“本页（IndexedDB）”。',
      badInstant: '请填完整的日期和时间。',
      noSettings: '读不到 assets/demo.json，演示身份和时钟预设没有载入，请刷新重试。',
      signIn: '请在这里选一个身份登录。',
    },
    en: {
      title: 'Demo console',
      notPortal: 'not part of the portal',
      persona: 'Persona',
      anonymous: 'Signed out',
      adapter: 'Data',
      http: 'Server',
      local: 'This page (IndexedDB)',
      mode: 'Display',
      standard: 'Standard',
      large: 'Large',
      elder: 'Elder',
      contrast: 'Contrast',
      normal: 'Normal',
      high: 'High',
      language: 'Language',
      clock: 'Clock',
      realTime: 'real time',
      moved: 'moved',
      instant: 'Move to (Beijing time)',
      apply: 'Move the clock',
      backToNow: 'Back to now',
      pages: 'See',
      booking: 'Booking',
      forum: 'Forum',
      needs: 'Needs',
      policies: 'Policy match',
      matching: 'Matching desk',
      resources: 'Resources',
      desk: 'Desk',
      centre: 'Planner',
      noServer: 'The server does not answer the demo interface; persona and clock stay. Try This page (IndexedDB).',
      badInstant: 'Please fill in the whole date and time.',
      noSettings: 'assets/demo.json cannot be read: no personas and clock presets. Please reload.',
      signIn: 'Choose a persona here to sign in.',
    },
  };
  // open: 展开；其余只管“本页”数据：persona 演示身份的编号，session 它的会话，offset 时钟超前的毫秒数
  const choices = { adapter: 'http', persona: null, session: null, offset: 0, open: false, ...read() };
  let personas = [];
  let presets = [];
  let signedIn;
  let serverOffset = 0;
  let problem = '';

  function read() {
    try {
      return JSON.parse(sessionStorage.getItem(storageKey) || '{}');
    } catch {
      return {};
    }
  }
  function keep(change) {
    Object.assign(choices, change);
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(choices));
    } catch {
      // 存不下：刷新后回到默认，不影响演示本身
    }
  }
  const text = (key) => words[window.portal.display.language][key];
  /** 文字按当前语言取；服务器也可以只给一种语言的字符串。 */
  const localized = (value) => (typeof value === 'object' ? value[window.portal.display.language] : value) || '';
  const signedOut = () => personas.find((one) => one.session === null);
  const currentPersona = () =>
    (isLocal() ? personas.find((one) => one.id === choices.persona) : signedIn) || signedOut();
  const isLocal = () => choices.adapter === 'local';
  const currentOffset = () => (isLocal() ? choices.offset : serverOffset);
  const currentInstant = () => Date.now() + currentOffset();

  // ---- 交给组件

  function passToComponents() {
    for (const element of document.querySelectorAll('zs-portal')) {
      element.setAttribute('adapter', choices.adapter);
      if (!isLocal()) {
        element.setAttribute('base-url', apiBase);
        continue;
      }
      element.removeAttribute('base-url');
      const zone = element.getAttribute('zone') || undefined;
      element.session = choices.session === null ? null : { ...choices.session, zone };
      element.clockOffset = choices.offset;
    }
  }

  // ---- 服务器的演示接口

  async function ask(path, body) {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${apiBase}/${path}`, {
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...init,
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const answer = await response.text();
    return answer === '' ? null : JSON.parse(answer);
  }

  async function tell(path, body) {
    try {
      await ask(path, body);
    } catch (error) {
      console.warn('[demo]', error);
      return complain('noServer');
    }
    location.reload();
  }

  function chooseAdapter(adapter) {
    keep({ adapter });
    location.reload();
  }
  function choosePersona(id) {
    if (!isLocal()) return void tell('demo/session', { persona: id });
    keep({ persona: id, session: personas.find((one) => one.id === id).session });
    location.reload();
  }
  function moveClock(instant) {
    if (!isLocal())
      return void tell('demo/clock', { instant: instant === null ? null : new Date(instant).toISOString() });
    keep({ offset: instant === null ? 0 : instant - Date.now() });
    location.reload();
  }

  /** 预设写的是最近一个星期几的几点（今天正是那一天就用今天），或者一个固定的时刻。 */
  function instantOf(preset) {
    if (preset.instant !== undefined) return Date.parse(preset.instant);
    const [hours, minutes] = preset.time.split(':').map(Number);
    const local = Date.now() + shanghaiOffset;
    const midnight = local - (local % dayLength);
    const days = (preset.weekday - new Date(midnight).getUTCDay() + 7) % 7;
    return midnight + days * dayLength + hours * 3600e3 + minutes * 60e3 - shanghaiOffset;
  }
  const fieldValue = (instant) => new Date(instant + shanghaiOffset).toISOString().slice(0, 16);

  // ---- 画面

  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  /** 一组按钮而不是单选框：选中就会刷新页面，方向键不该沿路触发。 */
  function buttons(name, label, options, chosen, choose) {
    const box = make('div', { className: 'demo-console__choices' });
    for (const [value, title, description] of options) {
      const button = make('button', { type: 'button' }, title);
      button.dataset.choice = `${name}:${value}`;
      button.setAttribute('aria-pressed', String(value === chosen));
      if (description) button.title = description;
      button.addEventListener('click', () => choose(value));
      box.append(button);
    }
    return make('fieldset', {}, make('legend', {}, label), box);
  }

  function summaryTexts() {
    const { display } = window.portal;
    const persona = currentPersona();
    const time = new Intl.DateTimeFormat(display.language === 'en' ? 'en-GB' : 'zh-CN', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(currentInstant());
    const moved = Math.abs(currentOffset()) > 60e3;
    return [
      `${text('persona')}: ${persona === undefined ? text('anonymous') : localized(persona.title)}`,
      `${text('adapter')}: ${text(choices.adapter)}`,
      `${text('clock')}: ${time} (${text(moved ? 'moved' : 'realTime')})`,
    ].map((part) => make('span', {}, part));
  }

  function clockField() {
    const field = make('input', { type: 'datetime-local', id: 'demo-instant', value: fieldValue(currentInstant()) });
    const apply = make('button', { type: 'button' }, text('apply'));
    apply.addEventListener('click', () => {
      if (field.value === '') return complain('badInstant');
      moveClock(Date.parse(`${field.value}:00+08:00`));
    });
    const moves = presets.map((preset) => {
      const button = make('button', { type: 'button' }, localized(preset.title));
      button.addEventListener('click', () => moveClock(instantOf(preset)));
      return button;
    });
    const back = make('button', { type: 'button' }, text('backToNow'));
    back.addEventListener('click', () => moveClock(null));
    return make(
      'fieldset',
      {},
      make('legend', {}, text('clock')),
      make('label', { htmlFor: 'demo-instant', className: 'demo-console__hint' }, text('instant')),
      make('div', {}, field, apply),
      make('div', {}, ...moves, back),
    );
  }

  const status = make('p', { className: 'demo-console__status' });
  status.setAttribute('role', 'status');
  function complain(key) {
    problem = key;
    status.dataset.kind = 'error';
    status.textContent = text(key);
    open();
  }
  function open() {
    const details = document.querySelector('#demo-console details');
    if (details !== null) details.open = true;
  }

  function draw() {
    const place = document.getElementById('demo-console');
    if (place === null) return;
    const { display, setDisplay } = window.portal;
    place.setAttribute('aria-label', text('title'));
    const focused = place.contains(document.activeElement) ? document.activeElement.dataset.choice : undefined;
    const summary = make('summary', { className: 'demo-console__summary' }, make('b', {}, text('title')));
    summary.append(...summaryTexts(), make('span', {}, `(${text('notPortal')})`));
    const people = personas.map((one) => [one.id, localized(one.title), localized(one.note)]);
    const persona = currentPersona();
    const personaId = persona === undefined ? null : persona.id;
    const left = make('div', {}, buttons('persona', text('persona'), people, personaId, choosePersona));
    if (persona !== undefined) left.append(make('p', { className: 'demo-console__hint' }, localized(persona.note)));
    left.append(clockField());
    const change = (field) => (value) => setDisplay({ [field]: value });
    const options = (...names) => names.map((name) => [name, text(name)]);
    const right = make(
      'div',
      {},
      buttons('adapter', text('adapter'), options('http', 'local'), choices.adapter, chooseAdapter),
      buttons('mode', text('mode'), options('standard', 'large', 'elder'), display.mode, change('mode')),
      buttons(
        'contrast',
        text('contrast'),
        [
          ['', text('normal')],
          ['high', text('high')],
        ],
        display.contrast,
        change('contrast'),
      ),
      buttons(
        'language',
        text('language'),
        [
          ['zh-CN', '中文'],
          ['en', 'English'],
        ],
        display.language,
        change('language'),
      ),
    );
    const links = make('p', { className: 'demo-console__links' }, `${text('pages')}　`);
    for (const [key, page] of [
      ['booking', 'service-day.html'],
      ['forum', 'forum.html'],
      ['needs', 'needs.html'],
      ['policies', 'policy-match.html'],
      ['matching', 'match-desk.html'],
      ['resources', 'resources.html'],
      ['desk', 'desk.html'],
      ['centre', 'centre.html'],
    ])
      links.append(make('a', { href: new URL(page, siteRoot).href }, text(key)));
    const grid = make('div', { className: 'demo-console__grid' }, left, right);
    const body = make('div', { className: 'demo-console__body' }, grid, links, status);
    const details = make('details', { open: choices.open }, summary, body);
    details.addEventListener('toggle', () => keep({ open: details.open }));
    if (problem !== '') status.textContent = text(problem);
    place.textContent = '';
    place.append(details);
    if (focused !== undefined) place.querySelector(`[data-choice="${focused}"]`)?.focus();
    window.portal.setUser(persona === undefined || persona.session === null ? '' : persona.session.displayName);
    window.portal.setNow(currentInstant);
  }

  // ---- 开始

  async function load() {
    try {
      const settings = await (await fetch(settingsUrl)).json();
      personas = settings.personas;
      presets = settings.clock;
    } catch (error) {
      console.warn('[demo]', error);
      complain('noSettings');
    }
    if (!isLocal()) {
      try {
        const [people, clock, { session }] = await Promise.all([
          ask('demo/personas'),
          ask('demo/clock'),
          ask('session'),
        ]);
        personas = people.personas;
        // 登录凭据是脚本读不到的 Cookie，谁登录着由服务器说
        const subject = session === null ? null : session.subject;
        signedIn = personas.find((one) => (one.session === null ? null : one.session.subject) === subject);
        serverOffset = clock.offsetMs;
      } catch (error) {
        console.warn('[demo]', error);
        problem = 'noServer';
        status.dataset.kind = 'error';
      }
    }
    draw();
  }

  passToComponents();
  draw();
  void load();
  document.addEventListener('portal-display-changed', draw);
  document.addEventListener('zs-login-requested', (event) => {
    event.preventDefault();
    open();
    delete status.dataset.kind;
    status.textContent = text('signIn');
    const first = document.querySelector('#demo-console [data-choice^="persona:"]');
    if (first !== null) first.focus();
  });
})();
