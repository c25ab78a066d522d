// What axe finds on the page that is open, one line each.
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ["violations"] }).then(
  (results) =>
    done(results.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 140)}`))),
  (error) => done([String(error)]),
);
