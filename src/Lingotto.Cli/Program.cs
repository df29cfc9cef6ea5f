using System.CommandLine;

var root = new RootCommand("Reads Italian and English news about the car industry as typed objects.");
return root.Parse(args).Invoke();
