// Asking the server, with an end to patience. Without net the answer is `{ away: true }`.

const asked = async (address, patience, init = {}) => {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(address, { ...init, signal: stop.signal, redirect: "error", cache: "no-store" });
    if (answer.status === 403) return { shut: true, closed: (await answer.json()).closed };
    if (!answer.ok) return { away: true, status: answer.status };
    return { told: await answer.json() };
  } catch {
    return { away: true };
  } finally {
    clearTimeout(clock);
  }
};

export const ask = (address, patience = 20000) => asked(address, patience);

export const tell = (address, body, patience = 20000) => asked(address, patience, { method: "POST", body });

export const batch = (device, passages, { asks = false } = {}) =>
  JSON.stringify({
    device,
    asks,
    sent_at: new Date().toISOString(),
    passages: passages.map(({ key, deed, at, who, session, way, shown, undoes, newcomer }) => ({
      key, deed, at, who, session, way, shown, undoes, newcomer,
    })),
  });
