Console.WriteLine("usage: see docs/performance.md");
