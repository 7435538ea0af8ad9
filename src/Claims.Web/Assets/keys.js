// Keys are declared in the pages: an element with data-key="n" is clicked (or, when something can be typed into it,
// focused) by n. Nothing acts while the reader types, nor with Ctrl, Alt or Meta, nor when the reader switched keys off
// (WCAG 2.1.4).
import { isBusy } from './pages.js';

const setting = 'claims.keys';

export function startKeys() {
  const dialog = document.getElementById('keys');
  const on = document.getElementById('keys-on');
  on.checked = read() !== 'off';
  on.addEventListener('change', () => write(on.checked ? 'on' : 'off'));

  document.addEventListener('click', event => {
    const link = event.target.closest?.('.keys-link');
    if (link && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      dialog.showModal();
    }
  });

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && isTyping(event.target) && !dialog.open) {
      event.target.blur();
      document.getElementById('main').focus({ preventScroll: true });
      return;
    }

    if (!on.checked || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || dialog.open || isBusy()) {
      return;
    }

    if (event.key === 'j' || event.key === 'k') {
      if (moveInQueue(event.key === 'j' ? 1 : -1)) {
        event.preventDefault();
      }

      return;
    }

    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (target && !event.repeat) {
      event.preventDefault();
      if (target.matches('input, textarea')) {
        target.focus();
      } else {
        target.click();
      }
    }
  });
}

function moveInQueue(step) {
  const links = [...document.querySelectorAll('.row-link')];
  if (links.length === 0) {
    return false;
  }

  const at = links.indexOf(document.activeElement.closest?.('.row')?.querySelector('.row-link'));
  const to = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1);
  links[to].focus({ preventScroll: true });
  links[to].closest('.row').scrollIntoView({ block: 'nearest' });
  return true;
}

function isTyping(element) {
  return element.matches?.('textarea, select, input:not([type="checkbox"]), [contenteditable]') ?? false;
}

// Storage can be refused by the browser; the keys then act as at first.
function read() {
  try {
    return localStorage.getItem(setting);
  } catch {
    return null;
  }
}

function write(value) {
  try {
    localStorage.setItem(setting, value);
  } catch {
    // Kept for this page only.
  }
}
