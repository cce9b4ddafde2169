// The sandbox's control side (CONTROL.md), as functions.

export class Refused extends Error {}

async function call(method, path, body) {
  const options = { method };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers = { "Content-Type": "application/json" };
  }
  const answer = await fetch(`/control/${path}`, options);
  const said = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refused(said?.error || `${answer.status} ${answer.statusText}`);
  return said;
}

const get = (path) => call("GET", path);
const post = (path, body) => call("POST", path, body);

export const control = {
  state: () => get("state"),
  messages: (query) => get(`messages?${new URLSearchParams(query)}`),
  guide: () => get("guide"),
  fill: () => post("fill"),
  calls: (since) => get(`calls?since=${since}`),
  fileUrl: (fileId) => `/control/files/${encodeURIComponent(fileId)}`,

  addPerson: (person) => post("people", person),
  changePerson: (id, changes) => call("PATCH", `people/${id}`, changes),

  edit: (what) => post("edit", what),
  remove: (chatId, ids) => post("delete", { chat_id: chatId, message_ids: ids }),
  press: (what) => post("press", what),
  react: (what) => post("react", what),
  topic: (what) => post("topic", what),
  group: (what) => post("group", what),
  trouble: (changes) => post("trouble", changes),

  /** Bytes go as parts `file0`, `file1` …; without bytes the whole is plain JSON. */
  send(message, files = []) {
    if (!files.length) return post("send", message);
    const form = new FormData();
    form.append("message", JSON.stringify(message));
    for (const [key, value] of Object.entries(message)) {
      form.append(key, typeof value === "object" ? JSON.stringify(value) : String(value));
    }
    files.forEach((file, index) => form.append(`file${index}`, file, file.name));
    return post("send", form);
  },
};

/** Calls `heard` for each event, `opened` whenever the stream begins (also after a break), `broken` when it ends. */
export function listen({ heard, opened, broken }) {
  let pause = 500;
  const connect = () => {
    const stream = new EventSource("/control/events");
    stream.onopen = () => { pause = 500; opened(); };
    stream.onmessage = (event) => heard(JSON.parse(event.data));
    stream.onerror = () => {
      stream.close();
      broken();
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, 5000);
    };
  };
  connect();
}
