"""Work that the clock starts (定时任务): its declaration, its row, its rounds, and how late it is."""
