Console.WriteLine("crm-migrate");
