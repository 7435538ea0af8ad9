Console.WriteLine("claims");
