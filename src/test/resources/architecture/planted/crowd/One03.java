package planted.crowd;

class One03 {}
