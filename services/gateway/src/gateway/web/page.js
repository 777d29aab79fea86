// The page's own words: finding and making elements, saying things, working buttons. Text only, never markup.

import { Problem } from "/api.js";

/** An element that index.html has. */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element ${id}`);
  return found;
}

/** Make an element; children are elements or text. */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Fill a description list; facts without a value are left out. */
export function showFacts(list, facts) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== "");
  list.replaceChildren(...known.map(([term, value]) => make("div", {}, make("dt", {}, term), make("dd", {}, value))));
}

/** Tell a screen reader. */
export function announce(text) {
  byId("status").textContent = text;
}

/** Show what went wrong, as the service said it. */
export function showProblem(error) {
  byId("problem-text").textContent = sentence(error);
  byId("problem").hidden = false;
}

/** Take the last problem away. */
export function clearProblem() {
  byId("problem").hidden = true;
}

/** The sentence of an error. */
export function sentence(error) {
  if (error instanceof Problem) return error.message;
  console.error(error);
  return "页面出现问题，请刷新后重试。";
}

/** Do something for a button that cannot be pressed again meanwhile; problems go to `onProblem`. */
export async function busy(button, work, onProblem = showProblem) {
  if (button.disabled) return;
  button.disabled = true;
  clearProblem();
  try {
    await work();
  } catch (error) {
    onProblem(error);
  } finally {
    button.disabled = false;
  }
}

/** Say something under a field, and whether it is good. */
export function hint(field, element, problem, otherwise) {
  element.textContent = problem || otherwise;
  element.classList.toggle("bad", Boolean(problem));
  element.classList.toggle("good", !problem);
  if (problem) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

/** A list that grows: `load(cursor)` gets a page, `show(items)` makes elements of it. */
export function paged({ list, more, none }, load, show) {
  let cursor = null;
  const next = async () => {
    const page = await load(cursor);
    if (cursor === null) list.replaceChildren();
    list.append(...page.items.map(show));
    cursor = page.next_cursor;
    more.hidden = cursor === null;
    if (none) none.hidden = list.children.length > 0;
  };
  more.onclick = () => busy(more, next);
  return next();
}
