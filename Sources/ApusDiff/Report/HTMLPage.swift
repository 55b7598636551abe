/// The look and the keyboard of the report's page.
enum HTMLPage {
    static let style = """
        :root { color-scheme: light dark; --text: #1c1c1e; --soft: #5b5b62; --back: #fff; --card: #f4f4f6; --line: #d8d8dd; --link: #0a58ca;
          --breaking: #b3261e; --silent: #8a5300; --deprecated: #6b4fa0; --added: #1b6e3c; --internal: #5b5b62; }
        @media (prefers-color-scheme: dark) { :root { --text: #ececf0; --soft: #a5a5ad; --back: #17171a; --card: #222226; --line: #3a3a41;
          --link: #8ab4f8; --breaking: #ff8a80; --silent: #ffb95c; --deprecated: #c9b3ff; --added: #7fd69b; --internal: #a5a5ad; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
        h1 { font-size: 1.4rem; margin: 0.5rem 0; } h2 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
        section.breaking h2 { color: var(--breaking); } section.silent h2 { color: var(--silent); } section.added h2 { color: var(--added); }
        section.deprecated h2 { color: var(--deprecated); } section.internal h2 { color: var(--internal); }
        form { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; }
        input[type=search] { flex: 1 1 14rem; min-width: 0; padding: 0.4rem 0.6rem; font: inherit; color: inherit; background: var(--card);
          border: 1px solid var(--line); border-radius: 0.4rem; }
        fieldset { display: flex; flex-wrap: wrap; gap: 0.25rem 0.9rem; margin: 0; padding: 0; border: 0; }
        legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        ol { list-style: none; margin: 0; padding: 0; }
        li { margin: 0 0 0.5rem; padding: 0.6rem 0.8rem; background: var(--card); border-left: 0.25rem solid var(--line); border-radius: 0.25rem;
          overflow-wrap: anywhere; }
        section.breaking li { border-color: var(--breaking); } section.silent li { border-color: var(--silent); }
        section.added li { border-color: var(--added); } section.deprecated li { border-color: var(--deprecated); }
        li:focus, li:target { outline: 2px solid var(--link); outline-offset: 1px; }
        li p { margin: 0; } .wire, .keep, .location, .reason, #count { font-size: 0.875rem; color: var(--soft); }
        .place a { white-space: nowrap; } .keys { display: none; font-size: 0.875rem; color: var(--soft); margin-top: -0.5rem; }
        @media (hover: hover) { .keys { display: block; } }
        code { font: 0.9em ui-monospace, monospace; } a { color: var(--link); }
        [hidden] { display: none; }
        @media print { form, .keys { display: none; } }
        """

    static let script = """
        const search = document.getElementById("search");
        const items = [...document.querySelectorAll("main li")];
        const boxes = [...document.querySelectorAll("fieldset input")];
        function update() {
          const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
          const off = boxes.filter(box => !box.checked).map(box => box.value);
          let count = 0;
          for (const item of items) {
            const text = item.textContent.toLowerCase();
            const kind = item.closest("section").className;
            item.hidden = off.includes(kind) || !words.every(word => text.includes(word));
            if (!item.hidden) count += 1;
          }
          for (const section of document.querySelectorAll("main section")) section.hidden = !section.querySelector("li:not([hidden])");
          document.getElementById("count").textContent = count + " of " + items.length + " changes";
        }
        function move(step) {
          const shown = items.filter(item => !item.hidden);
          const index = shown.indexOf(document.activeElement);
          const next = shown[Math.min(shown.length - 1, Math.max(0, index + step))];
          if (next) next.focus();
        }
        search.addEventListener("input", update);
        search.form.addEventListener("submit", event => event.preventDefault());
        for (const box of boxes) box.addEventListener("change", update);
        document.addEventListener("keydown", event => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          if (event.key === "Escape" && document.activeElement === search) { search.value = ""; search.blur(); update(); return; }
          if (document.activeElement === search) return;
          if (event.key === "/") { event.preventDefault(); search.focus(); }
          if (event.key === "j") move(1);
          if (event.key === "k") move(-1);
        });
        function reveal() {
          const target = document.getElementById(location.hash.slice(1));
          if (!target || !target.hidden) return;
          const box = boxes.find(box => box.value === target.closest("section").className);
          search.value = "";
          if (box) box.checked = true;
          update();
          target.scrollIntoView();
        }
        addEventListener("hashchange", reveal);
        update();
        reveal();
        """
}
