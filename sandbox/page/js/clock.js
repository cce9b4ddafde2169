// Times as people read them, in the browser's own zone.
import { language, words } from "./words.js";

const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const exact = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "medium" });
const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" });
const short = new Intl.DateTimeFormat(language, { day: "2-digit", month: "2-digit" });

const date = (unix) => new Date(unix * 1000);
export const dayKey = (unix) => date(unix).toDateString();
export const timeOf = (unix) => time.format(date(unix));
export const exactTime = (unix) => exact.format(date(unix));

export function dayName(unix, now = Date.now()) {
  const key = dayKey(unix);
  if (key === new Date(now).toDateString()) return words.today;
  if (key === new Date(now - 86400000).toDateString()) return words.yesterday;
  return (date(unix).getFullYear() === new Date(now).getFullYear() ? day : dayAndYear).format(date(unix));
}

export function briefTime(unix, now = Date.now()) {
  return dayKey(unix) === new Date(now).toDateString() ? timeOf(unix) : short.format(date(unix));
}

export function duration(seconds = 0) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
