Console.WriteLine("catapult");
