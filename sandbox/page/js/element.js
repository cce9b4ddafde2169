// Builds DOM nodes. Text always becomes a text node, so nothing that a person wrote is ever read as markup.

export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  node.append(...flat(children));
  return node;
}

function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === "on") for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
  else if (name === "data") for (const [key, item] of Object.entries(value)) node.dataset[key] = item;
  else if (name === "style") for (const [key, item] of Object.entries(value)) node.style.setProperty(key, item);
  else if (name === "value" || name === "checked" || name === "selected") node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

function flat(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

export function fill(node, ...children) {
  node.replaceChildren(...flat(children));
  return node;
}

export function hint(node, text) {
  node.title = text;
  node.setAttribute("aria-label", text);
  return node;
}

const PATHS = {
  send: "M3 20.5 21.5 12 3 3.5v6.6L15 12 3 13.9z",
  clip: "M16.5 6.5v10a4.5 4.5 0 0 1-9 0V5.5a3 3 0 0 1 6 0v10a1.5 1.5 0 0 1-3 0v-9H9v9a3 3 0 0 0 6 0v-10a4.5 4.5 0 0 0-9 0v11a6 6 0 0 0 12 0v-10z",
  keyboard: "M4 6h16a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zm0 2v8h16V8zm1.5 1.5h2v2h-2zm3.7 0h2v2h-2zm3.6 0h2v2h-2zm3.7 0h2v2h-2zM7.5 13h9v1.7h-9z",
  slash: "M14.2 3h2.6L9.8 21H7.2z",
  close: "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z",
  more: "M12 4.5a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zm0 5.7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zm0 5.7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z",
  plus: "M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z",
  back: "M13.7 5 15 6.4 9.4 12l5.6 5.6-1.3 1.4L6.6 12z",
  down: "M12 15.4 5.6 9 7 7.6l5 5 5-5L18.4 9z",
  pin: "M8 3h8v2h-1l.6 6 2.4 2v2h-5v6l-1 1-1-1v-6H6v-2l2.4-2L9 5H8z",
  file: "M6 2h8l5 5v13a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zm7 2v5h5z",
  play: "M8 5v14l11-7z",
  place: "M12 2a7 7 0 0 1 7 7c0 5-7 13-7 13S5 14 5 9a7 7 0 0 1 7-7zm0 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  person: "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zm0 10c4.4 0 8 2.2 8 5v1H4v-1c0-2.8 3.6-5 8-5z",
  people: "M8.5 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zm7.5.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8.5 13.500c3.600 0 6.500 1.900 6.500 4.300V19H2v-1.200c0-2.400 2.900-4.300 6.500-4.300zm7.500 0c3.300 0 6 1.600 6 3.800V19h-5.300v-1.200c0-1.600-.8-3-2.100-4 .5-.2.900-.300 1.400-.300z",
  poll: "M4 13h4v7H4zm6-9h4v16h-4zm6 5h4v11h-4z",
  lock: "M7 10V8a5 5 0 0 1 10 0v2h1a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zm2 0h6V8a3 3 0 0 0-6 0z",
  shield: "M12 2l8 3v6c0 5-3.400 9.300-8 11-4.600-1.700-8-6-8-11V5z",
  storm: "M7 16a5 5 0 0 1-.5-10A6 6 0 0 1 18 7.200 4.500 4.500 0 0 1 17.500 16H14l2-4h-3.500L9 18h3l-1 4 5-6z",
  list: "M4 5h16v2H4zm0 6h16v2H4zm0 6h16v2H4z",
  gear: "M12 8.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zm-1.500-6h3l.5 2.400 1.700.7 2-1.300 2.100 2.100-1.300 2 .7 1.700 2.400.5v3l-2.400.5-.7 1.700 1.300 2-2.100 2.100-2-1.300-1.700.7-.5 2.400h-3l-.5-2.400-1.700-.7-2 1.300-2.100-2.100 1.300-2-.7-1.700L2.400 13.600v-3l2.400-.5.7-1.700-1.300-2 2.100-2.100 2 1.300 1.700-.7z",
  theme: "M12 3a9 9 0 1 0 0 18zM12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22z",
  chat: "M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z",
  out: "M7 7h10v10h-2V10.400L8.400 17 7 15.600 13.600 9H7z",
  copy: "M9 3h10a2 2 0 0 1 2 2v10h-2V5H9zM5 7h9a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zm0 2v10h9V9z",
  forward: "M13 5l8 7-8 7v-4.500c-5 0-8 1.500-10 4.500 .5-5 3.500-9.300 10-9.800z",
};

export function icon(name) {
  const NS = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(NS, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, text, props = {}) {
  return hint(h("button", { type: "button", class: "icon-button", ...props }, icon(name)), text);
}
