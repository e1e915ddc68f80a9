// What the pages of a file ask the program, and where they say what came of it.

export const byId = (id) => document.getElementById(id);
export const words = byId("main").dataset;

// say shows a message in its place, and hides the place where there is none.
export function say(id, message) {
  const place = byId(id);
  if (place.textContent !== message) place.textContent = message;
  place.hidden = message === "";
}

// ask sends a question about the file; status 0 is no answer.
export async function ask(what, question, leaving = false) {
  try {
    const sent = question && JSON.stringify(question);
    const answer = await fetch(`${words.address}/${what}`, question && {
      method: "POST", body: sent, headers: { "Content-Type": "application/json" }, keepalive: leaving && sent.length < 60000,
    });
    say("lost", answer.status === 401 ? words.turned : "");
    return { status: answer.status, body: answer.status === 401 ? null : await answer.json() };
  } catch {
    say("lost", words.lost);
    return { status: 0, body: null };
  }
}
