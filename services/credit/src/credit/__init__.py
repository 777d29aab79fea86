"""Social credit (信用德州): the registers, permits and penalties (双公示), what a check may tell."""
