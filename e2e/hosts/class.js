/** Keeps what the frame says, and asks it. */
const heard = [];
let count = 0;

window.addEventListener('message', ({ data }) => {
  if (data?.raftarium === 1) heard.push(data);
});

globalThis.ask = (type, fields = {}) => {
  const id = ++count;
  document.querySelector('iframe').contentWindow.postMessage({ raftarium: 1, id, type, ...fields }, '*');
  return new Promise((done) => {
    const look = () => {
      const reply = heard.find((message) => message.type === 'reply' && message.id === id);
      if (reply === undefined) setTimeout(look, 10);
      else done(reply.ok ? reply.value : reply.error);
    };
    look();
  });
};

globalThis.heardOf = (type) => heard.filter((message) => message.type === type);
