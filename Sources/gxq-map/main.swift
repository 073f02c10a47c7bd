print("gxq-map")
