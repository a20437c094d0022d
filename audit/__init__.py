"""What reslint depends on: whether its licences are permitted, and whether faults of it are known; `make audit`."""
