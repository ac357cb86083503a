/* Only makes it quicker: everything works without this file. */
(function () {
  'use strict';
  var d = document;
  function all(selector, root) { return Array.prototype.slice.call((root || d).querySelectorAll(selector)); }

  /* "/" goes to search */
  d.addEventListener('keydown', function (e) {
    var find = d.getElementById('find');
    if (e.key === '/' && find && !e.ctrlKey && !e.metaKey && !e.altKey && !/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) {
      e.preventDefault(); find.focus(); find.select();
    }
    if (e.key === 'Escape') all('details.who[open]').forEach(function (w) { w.open = false; });
  });

  /* A paper is printed by its button. */
  all('[data-print]').forEach(function (b) {
    b.hidden = false;
    b.addEventListener('click', function () { window.print(); });
  });

  /* A filter that is chosen is applied. */
  all('form.filters select').forEach(function (s) {
    s.addEventListener('change', function () { s.form.requestSubmit ? s.form.requestSubmit() : s.form.submit(); });
  });
  /* Fields left empty do not lengthen the address. */
  all('form[method=get]').forEach(function (f) {
    f.addEventListener('submit', function () { all('input,select', f).forEach(function (i) { if (!i.value) i.disabled = true; }); });
  });
  window.addEventListener('pageshow', function () { all('form[method=get] :disabled').forEach(function (i) { i.disabled = false; }); });

  /* A form is sent once. */
  all('form[method=post]').forEach(function (f) {
    f.addEventListener('submit', function (e) {
      if (f.dataset.sent) { e.preventDefault(); return; }
      f.dataset.sent = '1';
    });
  });
  window.addEventListener('pageshow', function () { all('form[data-sent]').forEach(function (f) { delete f.dataset.sent; }); });

  /* Rows: tick all, a range with Shift, and how many are ticked. */
  all('form.rows').forEach(function (f) {
    var boxes = all('input[name=row][type=checkbox]', f), said = f.querySelector('[data-count]'), last = null;
    if (!boxes.length) return;
    var whole = d.createElement('input');
    whole.type = 'checkbox'; whole.setAttribute('aria-label', 'Chọn tất cả');
    f.querySelector('thead th').appendChild(whole);
    function say() {
      var n = boxes.filter(function (b) { return b.checked; }).length;
      if (said) said.textContent = 'Đã chọn ' + n + '/' + boxes.length + ' dòng:';
      whole.checked = n === boxes.length; whole.indeterminate = n > 0 && n < boxes.length;
    }
    whole.addEventListener('change', function () { boxes.forEach(function (b) { b.checked = whole.checked; }); say(); });
    boxes.forEach(function (b, i) {
      b.addEventListener('click', function (e) {
        if (e.shiftKey && last !== null) {
          for (var k = Math.min(i, last); k <= Math.max(i, last); k++) boxes[k].checked = b.checked;
        }
        last = i; say();
      });
    });
    say();
  });

  /* What was typed stays in this browser until it is saved, also when the session ends meanwhile. */
  var store; try { store = window.localStorage; } catch (e) { store = null; }
  var me = d.querySelector('.who a[href^="/people/"]'), owner = me ? me.getAttribute('href').slice(8) : '';
  if (store && owner) {
    if (d.querySelector('.flash')) {
      var done = store.getItem('tdkt sent'); if (done) { store.removeItem(done); store.removeItem('tdkt sent'); }
    }
    all('form[data-keep]').forEach(function (f) {
      var key = 'tdkt ' + owner + ' ' + f.getAttribute('action'), fields = all('textarea,input[type=text],input[type=number],input[type=date]', f), was;
      try { was = JSON.parse(store.getItem(key) || 'null'); } catch (e) { was = null; }
      if (was && fields.some(function (i) { return was[i.name] && was[i.name] !== i.value; })) {
        var p = d.createElement('p'), b = d.createElement('button');
        p.className = 'summary'; p.textContent = 'Có nội dung đã nhập nhưng chưa lưu trên máy này. ';
        b.type = 'button'; b.textContent = 'Lấy lại';
        b.addEventListener('click', function () { fields.forEach(function (i) { if (was[i.name]) i.value = was[i.name]; }); p.remove(); });
        p.appendChild(b); f.insertBefore(p, f.firstChild);
      }
      f.addEventListener('input', function () {
        var now = {}; fields.forEach(function (i) { if (i.value) now[i.name] = i.value; });
        try { store.setItem(key, JSON.stringify(now)); } catch (e) { /* full: typing goes on */ }
      });
      f.addEventListener('submit', function () { try { store.setItem('tdkt sent', key); } catch (e) { /* full */ } });
    });
  }

  /* A row copied from a spreadsheet fills the fields in their order. */
  all('form[data-paste]').forEach(function (f) {
    var names = f.dataset.paste.split(' ');
    f.addEventListener('paste', function (e) {
      var text = (e.clipboardData || window.clipboardData).getData('text').replace(/\r?\n$/, '');
      if (e.target.name !== names[0] || text.indexOf('\t') < 0 || text.indexOf('\n') >= 0) return;
      e.preventDefault();
      text.split('\t').forEach(function (value, i) {
        var field = names[i] && f.elements[names[i]]; value = value.trim();
        if (!field || !value) return;
        if (field.tagName === 'SELECT') {
          all('option', field).forEach(function (o) { if (o.value === value || o.textContent.toLowerCase() === value.toLowerCase()) field.value = o.value; });
        } else field.value = value;
      });
    });
  });
}());
