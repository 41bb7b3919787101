// A button at each block of code that copies it. Without this script the page is whole.
(() => {
  const post = document.querySelector("[data-copy]");
  if (!post || !navigator.clipboard) return;
  const { copy, copied } = post.dataset;
  for (const code of post.querySelectorAll("pre > code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = copied;
      setTimeout(() => { button.textContent = copy; }, 2000);
    });
    const frame = document.createElement("div");
    frame.className = "copied-from";
    code.parentElement.replaceWith(frame);
    frame.append(code.parentElement, button);
  }
})();
