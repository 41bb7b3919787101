// Menus over a page close as a reader expects: with Esc, and when the reader goes on elsewhere.
(() => {
  const frame = document.querySelector(".filters");
  if (!frame) return;
  const open = () => [...frame.querySelectorAll("details[open]"), ...(frame.open ? [frame] : [])];
  document.addEventListener("keydown", (event) => {
    const [inner] = event.key === "Escape" ? open() : [];
    if (!inner) return;
    inner.open = false;
    inner.firstElementChild.focus({ preventScroll: true });
  });
  const leave = (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  };
  document.addEventListener("click", leave);
  document.addEventListener("focusin", leave);
})();
