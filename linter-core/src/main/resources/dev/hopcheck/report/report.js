(function () {
  'use strict';
  const form = document.getElementById('filter');
  if (!form) return;
  const findings = Array.from(document.querySelectorAll('article.finding'));
  const units = Array.from(document.querySelectorAll('section.unit'));
  const text = document.getElementById('text');
  const shown = document.getElementById('shown');
  const none = document.querySelector('p.none');
  const words = new Map();
  let hop = '';

  function chosen(id) {
    const list = document.getElementById(id);
    return list ? list.value : '*';
  }

  function wordsOf(finding) {
    if (!words.has(finding)) words.set(finding, finding.textContent.toLowerCase());
    return words.get(finding);
  }

  function apply() {
    const boxes = Array.from(form.querySelectorAll('input[name=severity]:checked'));
    const severities = new Set(boxes.map((box) => box.value));
    const namespace = chosen('namespace');
    const rule = chosen('rule');
    const unit = chosen('unit');
    const wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const changed = Array.from(form.querySelectorAll('input[name=severity]')).some((box) => box.checked !== box.defaultChecked);
    const narrowed = changed || wanted.length > 0 || hop !== '' || namespace !== '*' || rule !== '*' || unit !== '*';
    let count = 0;
    for (const section of units) {
      const own = section.querySelectorAll('article.finding');
      let left = 0;
      for (const finding of own) {
        const data = finding.dataset;
        const fits =
          (hop === '' || data.hop === hop) &&
          severities.has(data.severity) &&
          (namespace === '*' || data.namespace === namespace) &&
          (rule === '*' || data.rule === rule) &&
          (unit === '*' || section.id === unit) &&
          wanted.every((word) => wordsOf(finding).includes(word));
        finding.hidden = !fits;
        left += fits ? 1 : 0;
      }
      const picture = section.querySelector('.picture');
      section.hidden = left === 0 && (narrowed || !picture);
      const hidden = own.length - left;
      section.querySelector('.left').textContent = hidden === 0 ? '' : hidden + ' hidden by the filter';
      count += left;
    }
    none.hidden = count > 0;
    shown.textContent = count + ' of ' + findings.length + ' shown' + (hop === '' ? '' : ', at one box');
    document.querySelectorAll('g.chosen').forEach((box) => box.classList.remove('chosen'));
    if (hop !== '') document.getElementById(hop).classList.add('chosen');
  }

  function reset() {
    hop = '';
    form.reset();
    apply();
  }

  function reveal(id) {
    const target = id && document.getElementById(id);
    const finding = target && target.closest('article.finding');
    if (!finding) return;
    if (finding.hidden) {
      hop = '';
      form.reset();
      const box = form.querySelector('input[value=' + finding.dataset.severity + ']');
      box.checked = true;
      apply();
    }
    go(finding);
  }

  function go(element) {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  }

  function step(by) {
    const visible = findings.filter((finding) => !finding.hidden);
    if (visible.length === 0) return;
    const active = document.activeElement;
    const now = active && active.closest ? active.closest('article.finding') : null;
    let next = visible.indexOf(now) + by;
    if (!now && by < 0) next = visible.length - 1;
    go(visible[Math.max(0, Math.min(visible.length - 1, next))]);
  }

  function picture(mark) {
    const now = document.activeElement.closest('article.finding');
    const drawn = now && now.dataset[mark] && document.getElementById(now.dataset[mark]);
    const link = drawn && drawn.querySelector('a');
    if (link) go(link);
  }

  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    hop = '';
    form.querySelectorAll('input[name=severity]').forEach((box) => (box.checked = box.defaultChecked));
    form.querySelectorAll('select').forEach((list) => (list.selectedIndex = 0));
    text.value = '';
    apply();
  });
  document.addEventListener('click', (event) => {
    const arrow = event.target.closest('a.arrow');
    if (arrow) reveal(arrow.getAttribute('href').slice(1));
    const link = event.target.closest('a[data-hop]');
    if (!link) return;
    hop = hop === link.dataset.hop ? '' : link.dataset.hop;
    apply();
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest('input[type=search], select');
    if (event.key === 'Escape') {
      reset();
      if (typing) typing.blur();
    } else if (typing) {
      if (event.key === 'Enter' && typing === text) {
        typing.blur();
        step(1);
      }
    } else if (event.key === '/') {
      event.preventDefault();
      text.focus();
      text.select();
    } else if (event.key === 'j') {
      step(1);
    } else if (event.key === 'k') {
      step(-1);
    } else if (event.key === 'p') {
      picture('hop');
    } else if (event.key === 'a') {
      picture('arrow');
    }
  });
  window.addEventListener('hashchange', () => reveal(location.hash.slice(1)));
  form.hidden = false;
  apply();
  reveal(location.hash.slice(1));
})();
