// A button at each block of code that copies it, and links of headings that copy their address as they are followed.
// Words come from the post's data- attributes; what was done is said in its live region. Without this script the page
// is whole: code can be selected, and the links lead to their headings.
(() => {
  const post = document.querySelector(".post");
  if (!post || !navigator.clipboard) return;
  const { copy, copied, linked, failed } = post.dataset;
  const status = post.querySelector("[role=status]");

  const put = async (text, done) => {
    let said = done;
    try { await navigator.clipboard.writeText(text); } catch { said = failed; }
    status.textContent = "";
    requestAnimationFrame(() => { status.textContent = said; });
    return said;
  };

  for (const code of copy ? post.querySelectorAll("pre > code") : []) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copy;
    button.addEventListener("click", async () => {
      button.textContent = await put(code.textContent, copied);
      setTimeout(() => { button.textContent = copy; }, 2000);
    });
    const frame = document.createElement("div");
    frame.className = "copied-from";
    code.parentElement.replaceWith(frame);
    frame.append(code.parentElement, button);
  }

  // The links of inner headings are for the mouse until here, where a name can be given to them.
  for (const link of post.querySelectorAll(".hash, .anchor")) {
    if (!link.hasAttribute("aria-label")) {
      const heading = link.parentElement.cloneNode(true);
      heading.querySelector(".anchor").remove();
      link.setAttribute("aria-label", post.dataset.permalink.replace("{name}", heading.textContent.trim()));
      link.removeAttribute("aria-hidden");
      link.removeAttribute("tabindex");
    }
    link.addEventListener("click", () => { put(link.href, linked); });
  }
})();
