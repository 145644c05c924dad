// Compiles each pattern of the contract, one a line of the input, as a validator does: with the flag u and without it.
const patterns = require("fs").readFileSync(0, "utf8").split("\n").filter((line) => line);
for (const pattern of patterns) {
  for (const flags of ["", "u"]) {
    new RegExp(pattern, flags);
  }
}
console.log(patterns.length + " patterns");
