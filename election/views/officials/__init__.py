"""Pages for officials: one module per noun."""
