// Links and forms with data-enhance are followed without a reload: the server answers with the same whole page as
// without scripts, and its main part takes the place of ours. So there is one rendering of everything.
const prefetched = new Map();
let busy = false;
let afterSwap = () => {};
let shownUrl = pathOf(location.href);

export function isBusy() {
  return busy;
}

export function startPages(onSwap) {
  afterSwap = onSwap;
  history.scrollRestoration = 'auto';
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-enhance]');
    if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      go(link.href);
    }
  });
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.matches('form[data-enhance]')) {
      event.preventDefault();
      post(form, event.submitter);
    }
  });
  window.addEventListener('popstate', () => {
    // A step to an anchor of the same page is the browser's own.
    if (pathOf(location.href) !== shownUrl) {
      go(location.href, false);
    }
  });
  prefetchNext();
  focusRow();
}

async function go(url, push = true) {
  await swap(prefetched.get(pathOf(url)) ?? fetchPage(url), url, push);
}

async function post(form, submitter) {
  const fields = new FormData(form, submitter);
  prefetched.clear();
  await swap(fetchPage(form.action, { method: 'POST', body: new URLSearchParams(fields) }), null, true);
}

async function fetchPage(url, options = {}) {
  const response = await fetch(url, { ...options, headers: { Accept: 'text/html' } });
  const type = response.headers.get('Content-Type') ?? '';
  if (!type.startsWith('text/html')) {
    throw new Error(`Unexpected answer ${response.status}`);
  }

  return { html: await response.text(), url: response.url, ok: response.ok };
}

async function swap(pending, url, push) {
  if (busy) {
    return;
  }

  const main = document.getElementById('main');
  busy = true;
  main.setAttribute('aria-busy', 'true');
  try {
    const answer = await pending;
    const page = new DOMParser().parseFromString(answer.html, 'text/html');
    const next = page.getElementById('main');
    if (!next) {
      throw new Error('The answer is no page of ours');
    }

    // A refused form keeps its own address; after a redirect the address is that of the page that is shown.
    const hash = url ? new URL(url, location.href).hash : '';
    const address = answer.ok ? pathOf(answer.url) : shownUrl;
    document.title = page.title;
    main.replaceWith(next);
    replaceNavigation(page);
    if (push && address + hash !== pathOf(location.href) + location.hash) {
      history.pushState(null, '', address + hash);
    }

    shownUrl = address;
    afterSwap(document);
    if (push) {
      window.scrollTo(0, 0);
    }

    if (!focusRow()) {
      next.querySelector('h1')?.focus({ preventScroll: true });
    }

    announce([...next.querySelectorAll('[data-announce], .place-count, h1')].map(e => e.textContent.trim()).join('. '));
    prefetchNext();
  } catch (error) {
    main.removeAttribute('aria-busy');
    refuse(main);
    console.warn(error);
  } finally {
    busy = false;
  }
}

function replaceNavigation(page) {
  const ours = document.querySelector('.top nav');
  const theirs = page.querySelector('.top nav');
  if (ours && theirs) {
    ours.replaceWith(theirs);
  }
}

// The next conflict is read while this one is; a decision throws it away, since it may change what comes next.
function prefetchNext() {
  const next = document.querySelector('.place a[rel="next"]');
  prefetched.clear();
  if (next) {
    const page = fetchPage(next.href);
    page.catch(() => prefetched.delete(pathOf(next.href)));
    prefetched.set(pathOf(next.href), page);
  }
}

function focusRow() {
  const row = location.hash.startsWith('#c-') ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  row?.querySelector('.row-link')?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'center' });
  return row !== null;
}

function refuse(main) {
  let notice = document.getElementById('unreachable');
  if (!notice) {
    notice = document.createElement('div');
    notice.id = 'unreachable';
    notice.className = 'notice notice-refused';
    notice.setAttribute('role', 'alert');
    main.prepend(notice);
  }

  notice.textContent = 'The server cannot be reached, so this was not done. See that “claims serve” still runs, then try again.';
}

function announce(text) {
  document.getElementById('announce').textContent = text;
}

function pathOf(url) {
  const parsed = new URL(url, location.href);
  return parsed.pathname + parsed.search;
}
