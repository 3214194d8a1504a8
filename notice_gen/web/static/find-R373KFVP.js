import{a,b}from"./chunk-QE52M4E4.js";import"./chunk-3RNHDNP5.js";export{a as lineOf,b as paragraphOf};
