/* Search in a guide that is opened from a disk. There a browser gives a script no thread of its own, so the theme's
   search runs in a hidden frame instead; what is said to it and what it answers pass through here.
   The theme's offline plugin knows this file by its name, and pages load it in such a guide only. */
(() => {
  "use strict";

  if (location.protocol !== "file:") return;

  class FramedWorker extends EventTarget {
    constructor(address) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.started = new Promise((started) =>
        this.frame.addEventListener("load", () => this.start(address, started), { once: true })
      );
      document.body.append(this.frame);
    }

    /* To the script, its frame is the whole world: it hears messages there, and it answers there. */
    start(address, started) {
      const world = this.frame.contentWindow;
      world.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      const script = world.document.createElement("script");
      script.src = new URL(address, document.baseURI);
      script.addEventListener("load", () => started(world));
      world.document.head.append(script);
    }

    postMessage(data) {
      this.started.then((world) => world.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {
      this.frame.remove();
    }
  }

  window.Worker = FramedWorker;
})();
