return {"a"}
